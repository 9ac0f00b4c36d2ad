-- The tables of the present schema. `journal` is the truth; all others down to the line below follow from it (store/projection)
-- and are compared with it by `verify`. Times are microseconds UTC, money is 分, days are ISO text.

create table journal (
    seq integer primary key,
    at integer not null,
    actor text not null,
    on_behalf text,
    origin text not null,
    kind text not null,
    version integer not null,
    target_id integer,
    payload text not null,
    previous text not null,
    hash text not null
) strict;
create index journal_target on journal (target_id, seq) where target_id is not null;

create table county (
    id integer primary key check (id = 1),
    name text not null,
    year integer not null,
    sample integer not null
) strict;

create table unit (
    id integer primary key,
    code text,
    name text not null,
    name_key text not null,
    level text not null,
    desk text not null
) strict;
create index unit_code on unit (code) where code is not null;
create index unit_name on unit (name_key);

-- disabled is why the person is let in no more; null while the person is
create table "user" (
    name text not null primary key,
    login text,
    disabled text
) strict;
create index user_login on "user" (login) where login is not null;

create table user_key (
    fingerprint text not null primary key,
    user_name text not null references "user" (name),
    algorithm text not null,
    blob text not null,
    comment text not null
) strict;

-- scope: 'county', 'unit' (bound = its number) or 'desk' (bound = its name)
create table role (
    user_name text not null references "user" (name),
    place integer not null,
    role text not null,
    scope text not null,
    bound text,
    primary key (user_name, place)
) strict, without rowid;

-- The county's own standard indicators in their order, and every name of each. aliases is a JSON array of texts.
create table standard (
    place integer primary key,
    field text not null,
    l1 text not null,
    l2 text not null,
    name text not null,
    sign text,
    unit text not null,
    usual text not null,
    aliases text not null
) strict;

create table standard_name (
    key text not null,
    place integer not null references standard (place),
    primary key (key, place)
) strict, without rowid;

-- findings counts errors and warnings that are open, alarms also those that somebody let stand; block is what targets share whose
-- indicators are the same (domain::check::subject::block). stage is '' unless pending. amount, uncovered and orphans are the newest submission's;
-- prior_score is the newest earlier evaluation's score in hundredths of a point, prior_text the same as written.
create table target (
    id integer primary key,
    year integer not null,
    unit_id integer not null references unit (id),
    desk text not null,
    code text,
    project text not null,
    project_key text not null,
    category text,
    procedure text not null,
    version integer not null,
    state text not null,
    stage text not null,
    round integer not null,
    returns integer not null,
    answered integer,
    resume text,
    grade text,
    due text,
    since integer not null,
    key_project integer not null,
    amount integer,
    uncovered integer not null,
    orphans integer not null,
    findings integer not null,
    alarms integer not null,
    block text,
    prior_score integer,
    prior_text text
) strict;
create index target_code on target (code) where code is not null;
create index target_project on target (unit_id, project_key, year);
-- Each index holds what its condition asks, so that it can be read alone (verify/indexes). Every step of a target writes the indexes of
-- its place (state and stage) anew, so there are only four of them; other orders of a place are merged from these, desk by desk or unit by
-- unit (read/arms). The rest give the orders of a whole year; that by waiting, which every step changes too, is merged place by place.
create index target_place on target (year, state, stage, since, id);
create index target_place_unit on target (year, state, stage, unit_id, id);
create index target_desk on target (year, desk, state, stage, since, id);
create index target_desk_amount on target (year, desk, state, stage, ifnull(amount, -1), id);
create index target_block on target (unit_id, year, block) where block is not null;
create index target_amount on target (year, ifnull(amount, -1), id);
create index target_year on target (year, id);
create index target_category on target (year, category, state, amount);
create index target_due on target (year, due, state) where due is not null;
create index target_year_unit on target (year, unit_id, id);

-- Counts and money by unit, state and stage, so that the tabs cost the same at a thousand and at a million targets; warned counts those
-- with open findings.
create table tally (
    year integer not null,
    unit_id integer not null,
    state text not null,
    stage text not null,
    count integer not null,
    amount integer not null,
    warned integer not null,
    primary key (year, state, stage, unit_id)
) strict, without rowid;

create table submission (
    target_id integer not null references target (id),
    round integer not null,
    amount integer,
    objective text not null,
    source text not null,
    hash text not null,
    received integer not null,
    until integer,
    primary key (target_id, round)
) strict;

create table objective_item (
    target_id integer not null,
    round integer not null,
    place integer not null,
    text text not null,
    primary key (target_id, round, place),
    foreign key (target_id, round) references submission (target_id, round)
) strict, without rowid;

create table indicator (
    target_id integer not null,
    round integer not null,
    place integer not null,
    l1 text,
    l2 text,
    l3 text,
    sign text,
    value text,
    unit text,
    weight text,
    raw text not null,
    primary key (target_id, round, place),
    foreign key (target_id, round) references submission (target_id, round)
) strict, without rowid;

create table link (
    target_id integer not null,
    round integer not null,
    objective integer not null,
    indicator integer not null,
    origin text not null,
    confidence integer not null,
    made_by text not null,
    grounds text not null,
    primary key (target_id, round, objective, indicator),
    foreign key (target_id, round) references submission (target_id, round)
) strict, without rowid;

-- One row an act that carries an opinion: reviews, decisions, settlements, rulings. criteria: the grades without separators;
-- points: of a key project, with commas, else ''.
create table review (
    seq integer primary key references journal (seq),
    target_id integer not null references target (id),
    round integer not null,
    stage text not null,
    reviewer text not null,
    on_behalf text,
    at integer not null,
    grade text,
    criteria text not null,
    points text not null,
    suggested text,
    verdict text not null,
    opinion text not null,
    reason text not null,
    undone integer not null
) strict;
create index review_target on review (target_id, seq);

-- One row a step of a target: from where to where (JSON of domain::target::Standing). undone: a later act-undone took it back.
create table step (
    target_id integer not null references target (id),
    seq integer not null references journal (seq),
    at integer not null,
    actor text not null,
    kind text not null,
    from_standing text,
    to_standing text not null,
    undone integer not null,
    primary key (target_id, seq)
) strict, without rowid;

-- details: what belongs to it beyond the form's figures (JSON of domain::execution::record::Details), '' for none.
-- judged: accepted or returned, once the desk has reviewed it.
create table evaluation (
    id integer primary key,
    unit_id integer not null references unit (id),
    unit_code text,
    unit_name text not null,
    code text,
    project text not null,
    project_key text not null,
    year integer not null,
    kind text not null,
    budget integer,
    executed integer,
    score text,
    replaced integer not null,
    details text not null,
    recorded_by text not null,
    recorded_at integer not null,
    judged text,
    judgement text,
    judged_by text,
    judged_at integer
) strict;
create index evaluation_code on evaluation (code, year) where code is not null;
create index evaluation_project on evaluation (unit_id, project_key, year);
create index evaluation_year on evaluation (year, kind, replaced, budget);

create table evaluation_indicator (
    evaluation_id integer not null references evaluation (id),
    place integer not null,
    l1 text,
    l2 text,
    l3 text,
    sign text,
    target text,
    unit text,
    actual text,
    weight text,
    score text,
    reason text,
    primary key (evaluation_id, place)
) strict, without rowid;

-- reason: code, name, similar (likeness: points of 100), or what a person said: confirmed, rejected.
create table prior (
    target_id integer not null references target (id),
    evaluation_id integer not null references evaluation (id),
    reason text not null,
    likeness integer,
    primary key (target_id, evaluation_id)
) strict, without rowid;
create index prior_evaluation on prior (evaluation_id);

create table session (
    id integer primary key,
    name text not null,
    day text,
    quorum_part integer not null,
    quorum_whole integer not null,
    minutes integer,
    state text not null,
    current integer,
    opened integer,
    closed integer
) strict;

create table session_member (
    session_id integer not null references session (id),
    place integer not null,
    user_name text not null,
    seat text not null,
    present integer not null,
    primary key (session_id, place)
) strict, without rowid;

-- spent: microseconds before the last call. decided: the decision's row in the journal.
create table agenda_item (
    session_id integer not null references session (id),
    place integer not null,
    target_id integer not null references target (id),
    state text not null,
    consent integer not null,
    ballot integer not null,
    called integer,
    spent integer not null,
    decided integer,
    reason text not null,
    primary key (session_id, place)
) strict, without rowid;
create index agenda_target on agenda_item (target_id);
create index agenda_decided on agenda_item (decided) where decided is not null;

create table recusal (
    session_id integer not null references session (id),
    place integer not null,
    user_name text not null,
    target_id integer not null,
    reason text not null,
    derived integer not null,
    primary key (session_id, place)
) strict, without rowid;

-- What the recorder wrote into the minutes: about is '' for the session, '#12' for an item.
create table session_note (
    session_id integer not null references session (id),
    about text not null,
    text text not null,
    primary key (session_id, about)
) strict, without rowid;

-- Who has sealed a ballot, and its commitment. The ballot itself lies in sealed_ballot until the reveal, then in ballot.
create table seal (
    session_id integer not null references session (id),
    target_id integer not null,
    ballot integer not null,
    member text not null,
    commitment text not null,
    at integer not null,
    primary key (session_id, target_id, ballot, member)
) strict, without rowid;

-- Revealed ballots in the order of the seats. criteria: the grades without separators. points: those of a key project, with commas.
create table ballot (
    session_id integer not null references session (id),
    target_id integer not null,
    ballot integer not null,
    place integer not null,
    member text not null,
    entered_by text,
    grade text not null,
    criteria text not null,
    points text not null default '',
    opinion text not null,
    salt text not null,
    primary key (session_id, target_id, ballot, place)
) strict, without rowid;

create table decision (
    seq integer primary key references journal (seq),
    session_id integer not null references session (id),
    target_id integer not null references target (id),
    grade text not null,
    opinion text not null,
    due text,
    consent integer not null,
    at integer not null,
    entitled integer not null,
    present integer not null,
    needed integer not null,
    undone integer not null
) strict;
create index decision_item on decision (session_id, target_id);

-- How an item's target stood when it was decided, and what was not decided when the session was closed: what the minutes are about,
-- whatever becomes of the target. seq: the row of the journal after which it stood so.
create table considered (
    session_id integer not null references session (id),
    target_id integer not null references target (id),
    seq integer not null references journal (seq),
    round integer not null,
    amount integer,
    prior_text text,
    due text,
    state text not null,
    stage text not null,
    primary key (session_id, target_id)
) strict, without rowid;

create table dissent (
    seq integer primary key references journal (seq),
    session_id integer not null references session (id),
    target_id integer not null references target (id),
    member text not null,
    reason text not null,
    at integer not null
) strict;
create index dissent_item on dissent (session_id, target_id);

-- What people said of a round's indicator and an earlier evaluation: the earlier indicator that is the same thing, or null for none.
create table prior_match (
    target_id integer not null,
    round integer not null,
    indicator integer not null,
    evaluation_id integer not null references evaluation (id),
    earlier integer,
    made_by text not null,
    primary key (target_id, round, indicator, evaluation_id),
    foreign key (target_id, round) references submission (target_id, round)
) strict, without rowid;

-- What the checks said of the newest round they saw, and by which version of the rules.
create table checked (
    target_id integer primary key references target (id),
    round integer not null,
    rules integer not null
) strict;

-- at: form, amount, item, indicator; number: the item or indicator, from 0; others: further indicators (JSON); slots: what fills the
-- sentences (JSON); key: known by it in later rounds; twin: the how-manieth of one key, from 0. Their order is the checks', so that one
-- finding more or less is one row more or less.
create table finding (
    target_id integer not null references target (id),
    key text not null,
    twin integer not null,
    check_id text not null,
    severity text not null,
    at text not null,
    number integer,
    others text not null,
    "trigger" text not null,
    slots text not null,
    waived integer not null,
    primary key (target_id, key, twin)
) strict, without rowid;
create index finding_check on finding (check_id, waived, target_id);

create table unchecked (
    target_id integer not null references target (id),
    check_id text not null,
    reason text not null,
    primary key (target_id, check_id, reason)
) strict, without rowid;

-- Findings that somebody lets stand. It binds the key, whatever the round.
create table waiver (
    target_id integer not null references target (id),
    key text not null,
    check_id text not null,
    reason text not null,
    made_by text not null,
    at integer not null,
    primary key (target_id, key)
) strict, without rowid;

-- Whether a later round answers an opinion, as somebody said last in a round.
create table point (
    target_id integer not null references target (id),
    review integer not null references review (seq),
    round integer not null,
    answered integer not null,
    made_by text not null,
    primary key (target_id, review)
) strict, without rowid;

-- Years whose evaluations were opened: final accounts were approved on a day, and reports are due on another.
-- standing is JSON; state and stage are its own words, beside it for the index. own_total and total are points.
create table assessment (
    id integer primary key,
    year integer not null,
    unit_id integer not null references unit (id),
    code text,
    project text not null,
    project_key text not null,
    category text,
    version integer not null,
    standing text not null,
    state text not null,
    stage text,
    amount integer,
    own_total text,
    total text
) strict;
create index assessment_code on assessment (code, year) where code is not null;
create index assessment_project on assessment (unit_id, project_key, year);
create index assessment_year on assessment (year, state, amount);

create table assessment_round (
    assessment_id integer not null references assessment (id),
    round integer not null,
    amount integer,
    summary text not null,
    rectified text not null,
    source text not null,
    filled_by text not null,
    at integer not null,
    primary key (assessment_id, round)
) strict, without rowid;

create table assessment_item (
    assessment_id integer not null,
    round integer not null,
    place integer not null,
    item text not null,
    score text,
    reason text not null,
    evidence text not null,
    primary key (assessment_id, round, place),
    foreign key (assessment_id, round) references assessment_round (assessment_id, round)
) strict, without rowid;

-- scores are points of the items in the procedure's order, joined by commas
create table assessment_review (
    seq integer primary key references journal (seq),
    assessment_id integer not null references assessment (id),
    round integer not null,
    stage text not null,
    reviewer text not null,
    at integer not null,
    scores text not null,
    total text,
    suggested text,
    conclusion text,
    verdict text not null,
    opinion text not null,
    reason text not null,
    undone integer not null
) strict;
create index assessment_review_of on assessment_review (assessment_id, seq);

create table assessment_act (
    seq integer primary key references journal (seq),
    assessment_id integer not null references assessment (id),
    kind text not null,
    made_by text not null,
    at integer not null,
    from_standing text,
    to_standing text not null,
    undone integer not null
) strict;
create index assessment_act_of on assessment_act (assessment_id, seq);

create table evaluation_opening (
    year integer primary key,
    approved text not null,
    due text not null,
    made_by text not null,
    at integer not null
) strict;

-- Forms of monitoring; of a target's period the one that is not replaced stands. late: days after the last day.
create table monitoring (
    seq integer primary key references journal (seq),
    target_id integer not null references target (id),
    period text not null,
    budget integer,
    executed integer,
    expected integer,
    light text not null,
    late integer not null,
    filled_by text not null,
    at integer not null,
    replaced integer not null,
    disposal text,
    opinion text,
    due text,
    disposed_by text,
    disposed_at integer,
    rectified text,
    rectified_by text,
    rectified_at integer
) strict;
create index monitoring_target on monitoring (target_id, period, replaced);

create table monitoring_indicator (
    monitoring_seq integer not null references monitoring (seq),
    place integer not null,
    value text not null,
    expected text not null,
    likelihood text not null,
    cause text,
    reason text not null,
    light text,
    primary key (monitoring_seq, place)
) strict;

-- Filling warnings (填报预警). places: the indicators concerned, from 0, with commas.
create table filling_warning (
    seq integer primary key references journal (seq),
    target_id integer not null references target (id),
    period text not null,
    kind text not null,
    places text not null,
    raised_by text not null,
    raised_at integer not null,
    corrected_by text,
    corrected_at integer
) strict;
create index filling_warning_target on filling_warning (target_id, period);
-- The registers. One row a record in `record` whatever its register, one in the register's own table while it is not removed.
-- key: two records of a register with the same key mean the same thing; null once removed. reason: of the last correction or the removal.
create table record (
    id integer primary key,
    register text not null,
    key text,
    year integer,
    unit_id integer references unit (id),
    version integer not null,
    removed integer not null,
    made_by text not null,
    at integer not null,
    reason text not null
) strict;
create unique index record_key on record (register, key) where key is not null;
create index record_year on record (register, year, id, key) where key is not null;

-- Which rows of the journal are about a record.
create table record_act (
    seq integer primary key references journal (seq),
    record_id integer not null references record (id)
) strict;
create index record_act_record on record_act (record_id, seq);

create table document (
    id integer primary key references record (id),
    number text not null,
    title text not null,
    issuers text not null,
    issued text,
    kind text not null,
    level text not null,
    scope text not null,
    replaces text not null,
    address text,
    text text not null
) strict;

create table group_member (
    id integer primary key references record (id),
    post text not null,
    duty text not null,
    organisation text not null,
    work text not null,
    grounds text not null
) strict;

create table disclosure_window (
    id integer primary key references record (id),
    year integer not null,
    content text not null,
    first_day text not null,
    last_day text not null,
    place text not null,
    address text
) strict;

create table disclosure (
    id integer primary key references record (id),
    year integer not null,
    content text not null,
    unit_id integer not null references unit (id),
    published text not null,
    address text not null,
    checked_by text not null,
    checked text
) strict;
create index disclosure_year on disclosure (year, content, unit_id, published);

create table allocation (
    id integer primary key references record (id),
    year integer not null,
    kind text not null,
    number text not null,
    title text not null,
    issued text not null,
    amount integer not null
) strict;
create index allocation_year on allocation (year, kind, amount);

create table poverty_project (
    id integer primary key references record (id),
    year integer not null,
    unit_id integer not null references unit (id),
    project text not null,
    code text not null,
    desk text not null,
    amount integer not null,
    number text not null,
    allocated text,
    filled text,
    reviewed text,
    evaluated text,
    evaluation_reviewed text
) strict;
create index poverty_year on poverty_project (year, unit_id);

create table inspection (
    id integer primary key references record (id),
    year integer not null,
    title text not null,
    first_day text not null,
    last_day text,
    scope text not null,
    checked integer,
    problems integer,
    rectified integer,
    text text not null
) strict;

create table training (
    id integer primary key references record (id),
    held text not null,
    subject text not null,
    lecturer text not null,
    audience text not null,
    people integer,
    text text not null
) strict;

create table publicity (
    id integer primary key references record (id),
    sent text not null,
    title text not null,
    outlet text not null,
    author text not null,
    address text
) strict;

-- Which department supervises which unit.
create table subordinate (
    id integer primary key references record (id),
    unit_id integer not null references unit (id),
    department_id integer not null references unit (id),
    text text not null
) strict;
create index subordinate_unit on subordinate (unit_id, department_id);
create index subordinate_department on subordinate (department_id, unit_id);

-- What follows is not journaled. ------------------------------------------------------------------------------------

-- A person's unsent text.
create table draft (
    user_name text not null,
    target_id integer not null,
    form text not null,
    body text not null,
    at integer not null,
    primary key (user_name, target_id, form)
) strict;

-- A member's ballot before the reveal: read by its owner and by the reveal, by nobody else.
create table sealed_ballot (
    session_id integer not null,
    target_id integer not null,
    ballot integer not null,
    member text not null,
    entered_by text,
    grade text not null,
    criteria text not null,
    points text not null default '',
    opinion text not null,
    salt text not null,
    primary key (session_id, target_id, ballot, member)
) strict;

-- Which programs are in which session, and at which item while they do not follow the chair. A row lives as long as its process:
-- pid and the start of the process in clock ticks since the machine's own start.
create table presence (
    pid integer not null,
    started integer not null,
    user_name text not null,
    session_id integer not null,
    target_id integer,
    primary key (pid, started)
) strict, without rowid;

-- Finds targets by their names: every character a token, so that a phrase query finds any piece of a name; initials are pinyin.
-- Follows from `target`; `verify` looks whether each name is found.
create virtual table target_search using fts5 (names, initials, content = '', tokenize = 'unicode61');
