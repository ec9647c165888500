//! What people see who type commands at a terminal.

mod no_example;
