//! Typed records that keep what they do not know: fields by name, everything else as JSON text.

use serde::{
    Deserialize, Deserializer,
    de::{self, DeserializeOwned, MapAccess, SeqAccess, Visitor},
};
use serde_json::value::RawValue;
use std::fmt;

/// Fields of a record that have no place in its type, as they were written.
pub type Others = Vec<(String, String)>;

/// A string, or a number or word where a string belongs; empty for anything else.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Text(pub String);

/// A whole number, also as a string or with a fraction; `None` for anything else.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Number(pub Option<i64>);

/// True for `true`, `1` and `"true"`.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Flag(pub bool);

macro_rules! scalar {
    ($name:ident, $bool:expr, $int:expr, $float:expr, $str:expr, $string:expr) => {
        impl<'de> Deserialize<'de> for $name {
            fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                struct Scalar;
                impl<'de> Visitor<'de> for Scalar {
                    type Value = $name;
                    fn expecting(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
                        out.write_str("a value")
                    }
                    fn visit_bool<E>(self, value: bool) -> Result<$name, E> {
                        Ok(($bool)(value))
                    }
                    fn visit_i64<E>(self, value: i64) -> Result<$name, E> {
                        Ok(($int)(value))
                    }
                    fn visit_u64<E>(self, value: u64) -> Result<$name, E> {
                        Ok(($int)(i64::try_from(value).unwrap_or(i64::MAX)))
                    }
                    fn visit_f64<E>(self, value: f64) -> Result<$name, E> {
                        Ok(($float)(value))
                    }
                    fn visit_str<E>(self, value: &str) -> Result<$name, E> {
                        Ok(($str)(value))
                    }
                    fn visit_string<E>(self, value: String) -> Result<$name, E> {
                        Ok(($string)(value))
                    }
                    fn visit_unit<E>(self) -> Result<$name, E> {
                        Ok($name::default())
                    }
                    fn visit_seq<A: SeqAccess<'de>>(self, mut seq: A) -> Result<$name, A::Error> {
                        while seq.next_element::<de::IgnoredAny>()?.is_some() {}
                        Ok($name::default())
                    }
                    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<$name, A::Error> {
                        while map
                            .next_entry::<de::IgnoredAny, de::IgnoredAny>()?
                            .is_some()
                        {}
                        Ok($name::default())
                    }
                }
                deserializer.deserialize_any(Scalar)
            }
        }
    };
}

scalar!(
    Text,
    |value: bool| Text(value.to_string()),
    |value: i64| Text(value.to_string()),
    |value: f64| Text(value.to_string()),
    |value: &str| Text(value.to_owned()),
    Text
);
scalar!(
    Number,
    |_: bool| Number(None),
    |value: i64| Number(Some(value)),
    |value: f64| Number(whole(value)),
    |value: &str| Number(number(value)),
    |value: String| Number(number(&value))
);
scalar!(
    Flag,
    Flag,
    |value: i64| Flag(value == 1),
    |_: f64| Flag(false),
    |value: &str| Flag(value == "true"),
    |value: String| Flag(value == "true")
);

fn whole(value: f64) -> Option<i64> {
    (value.is_finite() && value.abs() < 9.0e18).then_some(value as i64)
}

fn number(text: &str) -> Option<i64> {
    let text = text.trim();
    text.parse()
        .ok()
        .or_else(|| text.parse::<f64>().ok().and_then(whole))
}

/// Reads a field that may have an unexpected shape: then it is kept among the others.
///
/// # Errors
/// Those of the text itself.
pub fn rare<'de, T: DeserializeOwned + Default, A: MapAccess<'de>>(
    map: &mut A,
    name: &str,
    others: &mut Others,
) -> Result<T, A::Error> {
    let raw: Box<RawValue> = map.next_value()?;
    let text = raw.get();
    if text == "null" {
        return Ok(T::default());
    }
    match serde_json::from_str(text) {
        Ok(value) => Ok(value),
        Err(error) if error.is_data() => {
            others.push((name.to_owned(), text.to_owned()));
            Ok(T::default())
        }
        // a broken escape, which was not looked at before: the whole record is mended
        Err(error) => Err(de::Error::custom(error)),
    }
}

/// Keeps an unknown field.
///
/// # Errors
/// Those of the text itself.
pub fn keep<'de, A: MapAccess<'de>>(
    map: &mut A,
    name: String,
    others: &mut Others,
) -> Result<(), A::Error> {
    let raw: Box<RawValue> = map.next_value()?;
    others.push((name, raw.get().to_owned()));
    Ok(())
}

/// Defines a record type: `"name" => field: Type` for each known name; what is unknown or has an
/// unexpected shape goes to `others`. Several names may lead to one field. Fields marked `often`
/// are read in place and must accept any shape ([`Text`], [`Number`], [`Flag`]).
#[macro_export]
#[doc(hidden)]
macro_rules! json_record {
    ($(#[$meta:meta])* $vis:vis struct $name:ident {
        often { $($($often_key:literal)|+ => $often:ident: $often_type:ty,)* }
        rare { $($($rare_key:literal)|+ => $rare:ident: $rare_type:ty,)* }
    }) => {
        $(#[$meta])*
        #[derive(Debug, Default)]
        $vis struct $name {
            $($vis $often: $often_type,)*
            $($vis $rare: $rare_type,)*
            $vis others: $crate::import::json::Others,
        }
        impl<'de> serde::Deserialize<'de> for $name {
            fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                struct Fields;
                impl<'de> serde::de::Visitor<'de> for Fields {
                    type Value = $name;
                    fn expecting(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                        out.write_str("an object")
                    }
                    fn visit_map<A: serde::de::MapAccess<'de>>(
                        self,
                        mut map: A,
                    ) -> Result<$name, A::Error> {
                        let mut record = $name::default();
                        while let Some(key) = map.next_key::<String>()? {
                            match key.as_str() {
                                $($($often_key)|+ => record.$often = map.next_value()?,)*
                                $($($rare_key)|+ => {
                                    record.$rare = $crate::import::json::rare(
                                        &mut map, &key, &mut record.others)?;
                                })*
                                _ => $crate::import::json::keep(
                                    &mut map, key, &mut record.others)?,
                            }
                        }
                        Ok(record)
                    }
                }
                deserializer.deserialize_map(Fields)
            }
        }
    };
}

#[cfg(test)]
mod tests {
    use super::*;

    json_record! {
        struct Sample {
            often { "name" | "Name" => name: Text, "at" => at: Number, "gone" => gone: Flag, }
            rare { "list" => list: Vec<Text>, }
        }
    }

    #[test]
    fn nothing_is_lost_and_no_shape_costs_the_record() {
        let read: Sample = serde_json::from_str(
            r#"{"Name":"a","at":"12","gone":true,"list":["x",1],"new":{"b": [1]}}"#,
        )
        .unwrap();
        assert_eq!(read.name.0, "a");
        assert_eq!(read.at.0, Some(12));
        assert!(read.gone.0);
        assert_eq!(read.list.len(), 2);
        assert_eq!(
            read.others,
            [("new".to_owned(), r#"{"b": [1]}"#.to_owned())]
        );
        let odd: Sample =
            serde_json::from_str(r#"{"name":{"x":1},"at":[2],"list":"no","gone":null}"#).unwrap();
        assert_eq!(odd.name.0, "");
        assert_eq!(odd.at.0, None);
        assert_eq!(odd.others, [("list".to_owned(), "\"no\"".to_owned())]);
        let (mended, _) = super::super::record::<Sample>(br#"{"list":["a\ud83d"]}"#).unwrap();
        assert_eq!(mended.list, [Text("a\u{fffd}".to_owned())]);
    }
}
