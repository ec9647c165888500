use std::collections::HashMap;
use std::sync::{PoisonError, RwLock};

use syntect::parsing::{ParseState, ScopeStack, SyntaxReference};

use super::class::{Class, class};
use super::grammar::GRAMMARS;

/// How many bytes of lines are cached. Lines beyond that are parsed each time.
const ROOM: usize = 4 << 20;

/// Longer lines rarely occur twice.
const LONG: usize = 1 << 10;

/// The approximate size of a line and a state, besides their text.
const LINE: usize = 1 << 7;
const STATE: usize = 1 << 10;

/// Pieces of a text, each with its class.
pub(super) type Runs<'a> = Vec<(&'a str, Option<Class>)>;

/// A cache of parsed lines. It is an automaton: a state is the parser's state between two lines,
/// and a transition is added when a line is first seen in a state.
#[derive(Default)]
pub(super) struct LineCache(RwLock<Steps>);

#[derive(Default)]
struct Steps {
    states: Vec<(State, HashMap<Box<str>, Step>)>,
    bytes: usize,
}

/// The parser's state between two lines.
#[derive(Clone, PartialEq, Eq)]
struct State {
    parser: ParseState,
    scopes: ScopeStack,
}

/// A line in a state.
struct Step {
    /// Where each run ends, and its class.
    runs: Box<[(usize, Option<Class>)]>,
    /// The state that follows, by its index.
    next: usize,
}

/// The state of the reader.
enum Place {
    /// A cached state.
    Known(usize),
    /// Another state.
    New(State),
}

impl LineCache {
    /// The runs of a text; `None` if the grammar fails.
    pub(super) fn runs<'a>(&self, text: &'a str, grammar: &SyntaxReference) -> Option<Runs<'a>> {
        let mut runs = Vec::new();
        let parser = ParseState::new(grammar);
        let mut place = Place::New(State { parser, scopes: ScopeStack::new() });
        for line in text.split_inclusive('\n') {
            place = match self.known(&place, line, &mut runs) {
                Some(next) => Place::Known(next),
                None => self.read(place, line, &mut runs)?,
            };
        }
        Some(runs)
    }

    /// The state after a cached line.
    fn known<'a>(&self, place: &Place, line: &'a str, runs: &mut Runs<'a>) -> Option<usize> {
        let steps = self.0.read().unwrap_or_else(PoisonError::into_inner);
        let index = steps.index(place)?;
        let step = steps.states.get(index)?.1.get(line)?;
        cut(line, &step.runs, runs)?;
        Some(step.next)
    }

    /// Parses a line with the grammar.
    fn read<'a>(&self, place: Place, line: &'a str, runs: &mut Runs<'a>) -> Option<Place> {
        let before = match place {
            Place::New(state) => state,
            Place::Known(index) => {
                let steps = self.0.read().unwrap_or_else(PoisonError::into_inner);
                steps.states.get(index)?.0.clone()
            }
        };
        let mut after = before.clone();
        let ends = after.read(line)?;
        cut(line, &ends, runs)?;
        let mut steps = self.0.write().unwrap_or_else(PoisonError::into_inner);
        Some(steps.remember(before, line, ends, after))
    }
}

impl Steps {
    fn index(&self, place: &Place) -> Option<usize> {
        match place {
            Place::Known(index) => Some(*index),
            Place::New(state) => self.states.iter().position(|(known, _)| known == state),
        }
    }

    /// Adds a transition if there is room.
    fn remember(
        &mut self,
        before: State,
        line: &str,
        runs: Vec<(usize, Option<Class>)>,
        after: State,
    ) -> Place {
        let size = LINE + line.len() + runs.len() * size_of::<(usize, Option<Class>)>();
        if line.len() > LONG || self.bytes + size > ROOM {
            return Place::New(after);
        }
        self.bytes += size;
        let (before, next) = (self.state(before), self.state(after));
        if let Some((_, lines)) = self.states.get_mut(before) {
            lines.insert(line.into(), Step { runs: runs.into(), next });
        }
        Place::Known(next)
    }

    /// The index of a state, which is added if it is new.
    fn state(&mut self, state: State) -> usize {
        let known = self.states.iter().position(|(known, _)| *known == state);
        known.unwrap_or_else(|| {
            self.bytes += STATE;
            self.states.push((state, HashMap::new()));
            self.states.len() - 1
        })
    }
}

impl State {
    /// Reads a line: where its runs end, and their classes.
    fn read(&mut self, line: &str) -> Option<Vec<(usize, Option<Class>)>> {
        let mut runs = Vec::new();
        for (at, change) in self.parser.parse_line(line, &GRAMMARS).ok()? {
            runs.push((at, class(&self.scopes)));
            self.scopes.apply(&change).ok()?;
        }
        runs.push((line.len(), class(&self.scopes)));
        Some(runs)
    }
}

/// Cuts a line at the ends of its runs.
fn cut<'a>(line: &'a str, ends: &[(usize, Option<Class>)], runs: &mut Runs<'a>) -> Option<()> {
    let mut done = 0;
    for (end, class) in ends {
        runs.push((line.get(done..*end)?, *class));
        done = *end;
    }
    Some(())
}
