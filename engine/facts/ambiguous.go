package facts

import (
	"encoding"
	"encoding/json"
	"reflect"
	"slices"
	"strings"
)

// ambiguousField returns the first field of a struct in a Go value that is a plain
// number or flag and is always written: a program that never set it would state a
// fact. Empty if there is none.
func ambiguousField(value any) string {
	if value == nil {
		return ""
	}
	return ambiguous(reflect.ValueOf(value), 0)
}

var (
	jsonMarshaler = reflect.TypeFor[json.Marshaler]()
	textMarshaler = reflect.TypeFor[encoding.TextMarshaler]()
)

// writesItself reports whether encoding/json asks a type how it is written.
func writesItself(t reflect.Type) bool {
	return t.Implements(jsonMarshaler) || t.Implements(textMarshaler) ||
		reflect.PointerTo(t).Implements(jsonMarshaler) || reflect.PointerTo(t).Implements(textMarshaler)
}

func ambiguous(v reflect.Value, depth int) string {
	// encoding/json is left to say that a value holds itself.
	if !v.IsValid() || depth > MaxDepth || writesItself(v.Type()) {
		return ""
	}
	switch v.Kind() {
	case reflect.Pointer, reflect.Interface:
		return ambiguous(v.Elem(), depth+1)
	case reflect.Map:
		for _, key := range v.MapKeys() {
			if field := ambiguous(v.MapIndex(key), depth+1); field != "" {
				return field
			}
		}
	case reflect.Slice, reflect.Array:
		for i := range v.Len() {
			if field := ambiguous(v.Index(i), depth+1); field != "" {
				return field
			}
		}
	case reflect.Struct:
		return ambiguousIn(v, depth)
	}
	return ""
}

func ambiguousIn(v reflect.Value, depth int) string {
	for i := range v.NumField() {
		field := v.Type().Field(i)
		name, options, _ := strings.Cut(field.Tag.Get("json"), ",")
		if name == "-" && options == "" || !field.IsExported() && !field.Anonymous {
			continue
		}
		given := strings.Split(options, ",")
		if alwaysStates(field.Type) && !slices.Contains(given, "omitempty") && !slices.Contains(given, "omitzero") {
			return v.Type().String() + "." + field.Name
		}
		if found := ambiguous(v.Field(i), depth+1); found != "" {
			return found
		}
	}
	return ""
}

// alwaysStates reports whether a type has a zero that would be written as a fact.
func alwaysStates(t reflect.Type) bool {
	if writesItself(t) {
		return false
	}
	return t.Kind() == reflect.Bool || t.Kind() >= reflect.Int && t.Kind() <= reflect.Float64
}

func isFloat(v reflect.Value) bool { return v.IsValid() && v.CanFloat() }
