package kleene

import "fmt"

// ValueOf returns a document or a datum as the evaluator has it: a map, a list, a
// text, a boolean, a number of any Go type, or null.
func ValueOf(value any) (Value, error) {
	switch v := value.(type) {
	case nil:
		return NullOf, nil
	case bool:
		return BoolOf(v), nil
	case string:
		return StringOf(v), nil
	case []any:
		items := make([]Value, len(v))
		for i, item := range v {
			var err error
			if items[i], err = ValueOf(item); err != nil {
				return Nothing, err
			}
		}
		return ListOf(items...), nil
	case map[string]any:
		var entries []Entry
		for key, member := range v {
			value, err := ValueOf(member)
			if err != nil {
				return Nothing, err
			}
			entries = append(entries, Entry{Key: StringOf(key), Value: value})
		}
		return ObjectOf(nil, entries...), nil
	}
	if n, ok := ParseNumber(fmt.Sprint(value)); ok {
		return n, nil
	}
	return Nothing, fmt.Errorf("%v of type %T is no value", value, value)
}
