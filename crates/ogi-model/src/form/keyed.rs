//! One macro for every closed set of names of the form.

/// Declares an enum whose variants have a stable key and an English name.
///
/// The order of the variants is the table order: output and ties follow it.
macro_rules! keyed {
    ($(#[$meta:meta])* $name:ident as $what:literal {
        $( $(#[$doc:meta])* $variant:ident = $key:literal, $english:literal; )*
    }) => {
        $(#[$meta])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        #[repr(u8)]
        pub enum $name { $( $(#[$doc])* #[doc = concat!(" `", $key, "`: ", $english, ".")] $variant, )* }

        impl $name {
            /// All of them, in table order.
            pub const ALL: &'static [Self] = &[$( Self::$variant, )*];

            /// The key in JSON and in file formats.
            pub const fn key(self) -> &'static str {
                match self { $( Self::$variant => $key, )* }
            }

            /// The English name.
            pub const fn english(self) -> &'static str {
                match self { $( Self::$variant => $english, )* }
            }
        }

        impl core::fmt::Display for $name {
            fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
                f.write_str(self.key())
            }
        }

        impl core::str::FromStr for $name {
            type Err = $crate::UnknownKey;

            fn from_str(key: &str) -> Result<Self, Self::Err> {
                Self::ALL
                    .iter()
                    .copied()
                    .find(|it| it.key() == key)
                    .ok_or_else(|| $crate::UnknownKey { what: $what, key: key.to_owned() })
            }
        }

        #[cfg(feature = "serde")]
        impl serde::Serialize for $name {
            fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                serializer.serialize_str(self.key())
            }
        }

        #[cfg(feature = "serde")]
        impl<'de> serde::Deserialize<'de> for $name {
            fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                let key = String::deserialize(deserializer)?;
                key.parse().map_err(serde::de::Error::custom)
            }
        }
    };
}

pub(crate) use keyed;
