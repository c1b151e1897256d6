package condition

import (
	"encoding/json"
	"reflect"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/dsaeval/dsaeval/engine/report"
)

// Two conditions, or terms, that differ in any field are not alike, also in one that is new.
func TestEqualComparesAllFields(t *testing.T) {
	t.Parallel()
	require.True(t, equal(report.Condition{}, report.Condition{}))
	for _, field := range reflect.VisibleFields(reflect.TypeFor[report.Condition]()) {
		var changed report.Condition
		change(reflect.ValueOf(&changed).Elem().FieldByIndex(field.Index))
		require.False(t, equal(report.Condition{}, changed) || equal(changed, report.Condition{}), field.Name)
	}
	require.True(t, equalTerms(report.Term{}, report.Term{}))
	for _, field := range reflect.VisibleFields(reflect.TypeFor[report.Term]()) {
		var changed report.Term
		change(reflect.ValueOf(&changed).Elem().FieldByIndex(field.Index))
		require.False(t, equalTerms(report.Term{}, changed) || equalTerms(changed, report.Term{}), field.Name)
	}
	values := []any{nil, true, false, "1", "", json.Number("1"), []any{"1"}, []any{}}
	for i, a := range values {
		for j, b := range values {
			require.Equal(t, i == j, equalValues(a, b), "%v %v", a, b)
		}
	}
}

func change(field reflect.Value) {
	switch field.Kind() {
	case reflect.String:
		field.SetString("other")
	case reflect.Slice:
		field.Set(reflect.MakeSlice(field.Type(), 1, 1))
	case reflect.Interface:
		field.Set(reflect.ValueOf("other"))
	default:
		panic("a kind of field that has no other value here: " + field.Kind().String())
	}
}
