//! A ballot: one member's grades and opinion on an item, sealed until the reveal.
//!
//! Owns its contents and its commitment. Until the reveal the contents lie in the owner's sealed row only, and the journal holds the
//! commitment; the reveal publishes contents and salt, and anybody can compute the commitment again.

use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};

use crate::domain::grade::Grade;
use crate::domain::ids::{SessionId, TargetId};
use crate::domain::target::hex;

/// One member's grades and opinion.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Ballot {
    /// Whose it is.
    pub member: String,
    /// The recorder who entered it, if not the member.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub entered_by: Option<String>,
    /// The overall grade.
    pub grade: Grade,
    /// The criteria's grades in the procedure's order; may be empty.
    pub criteria: Vec<Grade>,
    /// The criteria's points, on a key project; else empty. The criteria's grades follow from them.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub points: Vec<Decimal>,
    /// The opinion; may be empty.
    pub opinion: String,
    /// Random text that keeps the commitment from being guessed: 32 hexadecimal digits.
    pub salt: String,
}

/// A ballot that lies sealed: who, and the commitment.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Seal {
    /// Whose it is.
    pub member: String,
    /// SHA-256 in hex.
    pub commitment: String,
}

impl Ballot {
    /// SHA-256 in hex over what the ballot is about and all that it says. Each field is its length in bytes in decimal, a colon, and its
    /// text. Points are one field more, joined with commas, on ballots that carry any.
    pub fn commitment(&self, session: SessionId, target: TargetId, ballot: u32) -> String {
        let criteria: String = self.criteria.iter().map(|grade| grade.term()).collect();
        let (session, target, ballot) = (session.to_string(), target.to_string(), ballot.to_string());
        let grade = self.grade.term();
        let mut hasher = Sha256::new();
        for field in [&session, &target, &ballot, &self.member, grade, &criteria, &self.opinion, &self.salt] {
            hasher.update(format!("{}:{field}", field.len()));
        }
        if !self.points.is_empty() {
            let points = self.points.iter().map(Decimal::to_string).collect::<Vec<_>>().join(",");
            hasher.update(format!("{}:{points}", points.len()));
        }
        hex(&hasher.finalize())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_ballot_without_points_reads_and_seals_as_before_there_were_any() {
        let before = r#"{"member":"甲","grade":"良","criteria":["良"],"opinion":"同意","salt":"00"}"#;
        let ballot: Ballot = serde_json::from_str(before).unwrap();
        assert_eq!(serde_json::to_string(&ballot).unwrap(), before);
        let sealed = ballot.commitment(SessionId(1), TargetId(2), 3);
        assert_eq!(sealed, "2f38e091fade26dd71661ea4c3f62e0b3fb266b40ba63a69ce4bce8ef87262bb");
    }

    #[test]
    fn a_commitment_binds_everything() {
        let ballot = Ballot {
            member: "委员甲".to_owned(),
            entered_by: None,
            grade: Grade::Good,
            criteria: vec![Grade::Good; 6],
            points: Vec::new(),
            opinion: "同意".to_owned(),
            salt: "00".repeat(16),
        };
        let of = |ballot: &Ballot| ballot.commitment(SessionId(1), TargetId(2), 1);
        let sealed = of(&ballot);
        assert_eq!(sealed.len(), 64);
        assert_eq!(of(&Ballot { entered_by: Some("记录".to_owned()), ..ballot.clone() }), sealed, "not who typed it");
        let others = [
            Ballot { member: "委员乙".to_owned(), ..ballot.clone() },
            Ballot { grade: Grade::Fair, ..ballot.clone() },
            Ballot { criteria: Vec::new(), ..ballot.clone() },
            Ballot { points: vec![Decimal::TEN], ..ballot.clone() },
            Ballot { opinion: String::new(), ..ballot.clone() },
            Ballot { salt: "01".repeat(16), ..ballot.clone() },
        ];
        assert!(others.iter().all(|other| of(other) != sealed));
        assert_ne!(ballot.commitment(SessionId(1), TargetId(3), 1), sealed);
        assert_ne!(ballot.commitment(SessionId(1), TargetId(2), 2), sealed);
    }
}
