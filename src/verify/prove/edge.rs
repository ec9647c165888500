use super::step::{Step, Taken};
use super::{EDGE, ExchangeRun};
use crate::catalogue::Edge;
use crate::verify::wire::Transaction;

impl<'a> ExchangeRun<'a> {
    /// Sends the request of an edge and notes what is wrong.
    pub(super) fn edge(&mut self, edge: &'a Edge, first: &Transaction) {
        let Some(step) = self.followed(Step::of_edge(edge), first) else { return };
        let Taken { transaction, expected, general } = self.take(&step);
        let breaches = expected
            .into_iter()
            .map(|(_, fault)| (EDGE, format!("`{}` ({}): {fault}", edge.name, edge.says)));
        self.report(&transaction, breaches.collect());
        self.report(&transaction, general);
    }
}
