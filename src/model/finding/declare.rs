//! The two declarations that findings are made of: kinds with their data, and words that a sentence selects on.

/// Declares the kinds of findings, each once: variant, stable code, severity, and its data with the stable names under
/// which the sentences, follow-up.json and the [fingerprint](super::fingerprint) know them. Code and names are written
/// out, so that a variant or a field can be renamed and no file says anything else.
macro_rules! findings {
    ($(
        $(#[$doc:meta])*
        $variant:ident $code:literal $severity:ident $({ $($field:ident: $type:ty = $name:literal),* })?;
    )*) => {
        /// What kind of finding it is, with its data.
        #[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
        pub enum FindingKind { $($(#[$doc])* $variant $({ $($field: $type),* })?,)* }

        /// The code of a kind of finding. Other programs rely on the names.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum Code { $($(#[$doc])* $variant,)* }

        impl Code {
            pub const ALL: &'static [Code] = &[$(Code::$variant,)*];

            /// Its stable name, kebab-case.
            pub fn name(self) -> &'static str {
                match self { $(Code::$variant => $code,)* }
            }

            pub fn severity(self) -> Severity {
                match self { $(Code::$variant => Severity::$severity,)* }
            }
        }

        impl FindingKind {
            pub fn code(&self) -> Code {
                match self { $(FindingKind::$variant $({ $($field: _),* })? => Code::$variant,)* }
            }

            /// What its sentences need, by the stable names.
            pub(super) fn args(&self) -> Args {
                let mut args = Args::new();
                match self {
                    $(FindingKind::$variant $({ $($field),* })? => { $($($field.put($name, &mut args);)*)? })*
                }
                args
            }
        }
    };
}

/// Declares an enum of words that a sentence selects on, with their stable form.
macro_rules! words {
    ($($(#[$doc:meta])* $name:ident { $($variant:ident $word:literal),* })*) => {$(
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
        pub enum $name { $($variant,)* }

        impl $name {
            /// All of the words.
            pub const WORDS: &'static [&'static str] = &[$($word,)*];
        }

        impl ArgValue for $name {
            fn put(&self, name: &'static str, args: &mut Args) {
                let word = match self { $($name::$variant => $word,)* };
                args.insert(name, word.into());
            }
        }
    )*};
}

pub(super) use {findings, words};
