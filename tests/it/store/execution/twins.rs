//! That the file holds of executions what the model holds, whatever is wished.

use super::*;

fn any_wish() -> impl Strategy<Value = Command> {
    let actual = || prop::sample::select(vec!["12000", "7000", "150人", "", "完成", "0"]);
    let kind = prop::sample::select(vec![EvaluationKind::Own, EvaluationKind::Own, EvaluationKind::Fiscal]);
    let seen = prop_oneof![2 => Just(Seen::Any), 1 => Just(Seen::Nothing), 1 => (1_i64..4).prop_map(|id| Seen::This(EvaluationId(id)))];
    let words = || prop::sample::select(vec!["", "已整改"]);
    let disposal = prop::sample::select(Disposal::ALL.to_vec());
    let likely = prop::sample::select(Likelihood::ALL.to_vec());
    prop_oneof![
        1 => Just(open()),
        6 => (kind, actual(), actual(), seen).prop_map(|(kind, one, two, seen)| evaluate(kind, [one, two], seen)),
        4 => (1_i64..5, any::<bool>(), words()).prop_map(|(id, accepted, opinion)| judge(id, accepted, opinion)),
        6 => (actual(), actual(), words(), likely, 0_i64..1_100_000).prop_map(|(one, two, reason, likely, executed)| {
            let Command::Execution(mut wish) = monitor("jul", [one, two], reason, executed) else { unreachable!() };
            if let ExecutionWish::Monitor { monitoring, .. } = wish.as_mut() {
                monitoring.indicators[0].likelihood = likely;
            }
            Command::Execution(wish)
        }),
        3 => (disposal, words()).prop_map(|(disposal, opinion)| dispose("jul", disposal, opinion)),
        2 => words().prop_map(|text| {
            wish(ExecutionWish::Rectify { target: TARGET, period: "jul".to_owned(), text: text.to_owned() })
        }),
        1 => Just(wish(ExecutionWish::Warn { year: 2021, period: "jul".to_owned() })),
    ]
}

/// The tables as the model says that they are, written down apart from the projection.
fn same_executions(twins: &Twins, path: &std::path::Path) {
    let model = &twins.model.executions;
    let reported: Rows = model
        .reported
        .iter()
        .map(|(id, one)| {
            let judged = one.judgement.as_ref();
            let row = [
                one.by.clone(),
                one.at.0.to_string(),
                shown(judged.map(|one| if one.accepted { "accepted" } else { "returned" })),
                shown(judged.map(|one| one.opinion.clone())),
                shown(judged.map(|one| one.by.clone())),
            ];
            (vec![id.to_string()], row.to_vec())
        })
        .collect();
    let sql = "select id, recorded_by, recorded_at, judged, judgement, judged_by from evaluation";
    assert_eq!(rows(path, 1, sql), reported);
    same_monitoring(twins, path);
}

fn same_monitoring(twins: &Twins, path: &std::path::Path) {
    let model = &twins.model.executions;
    let filled: Rows = model
        .filled
        .iter()
        .map(|((target, period), one)| {
            let disposed = one.disposed.as_ref();
            let row = [
                one.seq.to_string(),
                one.light.id().to_owned(),
                one.late.to_string(),
                one.by.clone(),
                shown(one.monitoring.executed.map(|amount| amount.0)),
                shown(disposed.map(|one| one.disposal.id())),
                shown(disposed.map(|one| one.opinion.clone())),
                shown(one.rectified.as_ref().map(|one| one.text.clone())),
            ];
            (vec![target.to_string(), period.clone()], row.to_vec())
        })
        .collect();
    let sql = "select target_id, period, seq, light, late, filled_by, executed, disposal, opinion, rectified
        from monitoring where replaced = 0";
    assert_eq!(rows(path, 2, sql), filled);
    let warnings: Rows = model
        .warnings
        .iter()
        .map(|one| {
            let corrected = one.corrected.as_ref();
            let row = [
                one.kind.id().to_owned(),
                one.by.clone(),
                shown(corrected.map(|(by, _)| by.clone())),
                shown(corrected.map(|(_, at)| at.0)),
            ];
            (vec![one.seq.to_string()], row.to_vec())
        })
        .collect();
    let sql = "select seq, kind, raised_by, corrected_by, corrected_at from filling_warning";
    assert_eq!(rows(path, 1, sql), warnings);
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 16, ..ProptestConfig::default() })]
    #[test]
    fn the_file_executes_what_the_model_executes(wishes in prop::collection::vec((0_usize..6, any_wish()), 1..30)) {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("a.db");
        let mut twins = Twins::new(&path);
        let all = everyone("全权");
        let people = [
            all.clone(),
            person("教科文股经办", &[(Role::Desk, Scope::Desk("教科文股".to_owned()))]),
            person("县教育体育局经办", &[(Role::Department, Scope::Unit(huishen::domain::ids::UnitId(1)))]),
        ];
        for command in approval(1) {
            twins.go(&all, &command).0.unwrap();
        }
        for (who, command) in wishes {
            let user = people.get(who).unwrap_or(&people[0]);
            let (decided, stored) = twins.go(user, &command);
            prop_assert_eq!(decided, stored, "{:?} by {}", command, user.name);
        }
        same_tables(&twins.model, &path);
        same_executions(&twins, &path);
        let report = twins.store.verify().unwrap();
        prop_assert!(report.is_clean() && report.proved, "{:?}", report.faults);
    }
}
