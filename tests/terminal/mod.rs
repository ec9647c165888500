//! What people see who type commands at a terminal.

mod codes;
mod colours;
mod gateways;
mod lists;
mod mistyped;
mod names;
mod no_example;
mod notes;
mod saving;
mod searching;
#[cfg(unix)]
mod stand_ins;
mod status_lines;
