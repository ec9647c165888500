//! Explanations, comparisons, searches and lists.

mod comparing;
mod data;
mod explaining;
mod fixture;
mod places;
mod searching;
mod sections;
