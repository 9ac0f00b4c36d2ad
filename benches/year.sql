-- What the work report and the year board say, counted plainly from the tables of facts by the sqlite3 program. :y is the year.
select 'targets', state, count(*), sum(amount) from target where year = :y group by state;
select 'of a category', category, state, count(*), sum(amount) from target where year = :y group by category, state;
select 'before', state, count(*), sum(amount) from target where year = :y - 1 group by state;
select 'monitored', t.category, count(*), sum(t.amount) from target t where t.year = :y and t.state = 'budgeted'
    and exists (select 1 from monitoring m where m.target_id = t.id and m.replaced = 0) group by t.category;
select 'filling warnings', count(*), count(w.corrected_at) from filling_warning w join target t on t.id = w.target_id where t.year = :y;
select 'own evaluations', count(*), sum(budget) from evaluation where year = :y - 1 and kind = 'self' and replaced = 0;
select 'evaluated targets', count(*), sum(t.amount) from target t where t.year = :y - 1 and t.state = 'budgeted' and exists
    (select 1 from evaluation e where e.unit_id = t.unit_id and e.project_key = t.project_key and e.year = t.year and e.kind = 'self');
select 'by the bureau', project, details from evaluation where year = :y and kind in ('fiscal', 'agency') and replaced = 0;
select 'pre-assessed', state, count(*), sum(amount) from assessment where year = :y group by state;
select 'units', level, count(*) from unit group by level;
select 'whole departments', unit_id, state, count(*), sum(amount) from target
    where year = :y and category = '部门整体支出' group by unit_id, state;
select 'disclosed', d.year, d.content, count(distinct d.unit_id), count(distinct d.unit_id) filter (where d.published between w.first_day and w.last_day)
    from disclosure d left join disclosure_window w on w.year = d.year and w.content = d.content where d.year in (:y - 1, :y) group by d.year, d.content;
select 'allocated', kind, count(*), sum(amount) from allocation where year = :y group by kind;
select 'poverty projects', year, count(*), sum(amount), count(filled), count(reviewed), count(evaluated) from poverty_project
    where year in (:y - 1, :y) group by year;
select 'warned', count(*) from target where year = :y and findings > 0;
select 'overdue', count(*) from target where year = :y and due < '2026-11-27' and state in ('returned', 'negotiating');
