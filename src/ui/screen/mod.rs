//! One file a screen, with the same names as in `app/screen`: each draws its state into the area that it is given, and
//! returns where the hidden cursor rests.

pub mod assess;
pub mod board;
pub mod case;
pub mod execution;
pub mod figure;
pub mod form;
pub mod import;
pub mod journal;
pub mod preparation;
pub mod queue;
pub mod register;
pub mod session;
pub mod unit_columns;
pub mod wall;
