use super::step::{Step, Taken};
use super::{EDGE, ExchangeRun};
use crate::catalogue::Edge;
use crate::verify::rules;
use crate::verify::wire::Transaction;

impl<'a> ExchangeRun<'a> {
    /// Sends the request of an edge and notes what is wrong. Where the target states a deviation,
    /// that is what must come.
    pub(super) fn edge(&mut self, edge: &'a Edge, first: &Transaction) {
        let Some(step) = self.followed(Step::of_edge(edge), first) else { return };
        let Some(Taken { transaction, expected, mut general }) = self.take(&step) else { return };
        let Some(deviation) = self.deviation(edge.name.as_str()) else {
            let told = |fault| (EDGE, format!("`{}` ({}): {fault}", edge.name, edge.says));
            let breaches = expected.into_iter().map(|(_, fault)| told(fault));
            self.report(&transaction, breaches.collect());
            self.report(&transaction, general);
            return;
        };
        let answered = !general.iter().any(|(rule, _)| rules::asks_for_response(*rule));
        if expected.is_empty() && answered {
            self.untrue(deviation, &transaction, "the edge is answered as the catalogue asks");
        } else {
            let faults = self.deviates(deviation, &transaction);
            self.report(&transaction, faults);
        }
        general.retain(|(rule, _)| rules::is_about_safety(*rule));
        self.report(&transaction, general);
    }
}
