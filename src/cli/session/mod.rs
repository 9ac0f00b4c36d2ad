pub(super) fn detail(_act: &crate::domain::session::event::SessionEvent) -> String { String::new() }
