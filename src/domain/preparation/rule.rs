//! Who must hand in what, from `data/preparation.toml`.

use std::sync::LazyLock;

use serde::Deserialize;

const FILE: &str = include_str!("../../../data/preparation.toml");

static NEED: LazyLock<File> = LazyLock::new(|| toml::from_str(FILE).unwrap_or_default());

#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    whole: Need,
}

/// That every unit hands in a whole-department target (部门整体绩效目标).
#[derive(Debug, Clone, PartialEq, Eq, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Need {
    /// The category of such targets.
    pub category: String,
    /// The first budget year of which they are demanded.
    pub from: i32,
}

impl Need {
    /// As the data say.
    pub fn whole() -> &'static Self {
        &NEED.whole
    }

    /// Whether they are demanded of a year.
    pub const fn holds(&self, year: i32) -> bool {
        year >= self.from
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::procedure::Procedure;

    #[test]
    fn the_category_is_one_of_the_procedures() {
        let file: File = toml::from_str(FILE).unwrap();
        let procedure = Procedure::target_review().unwrap();
        assert!(procedure.categories.contains(&file.whole.category), "{file:?}");
        assert!(!file.whole.holds(file.whole.from - 1) && file.whole.holds(file.whole.from));
    }
}
