//! What an example shows: its scenario, its tier, its form, its files and the shape of its errors.

mod bodies;
mod deviations;
mod files;
mod forms;
mod house;
mod lint;
mod places;
mod scenarios;
mod shop;
mod tiers;
