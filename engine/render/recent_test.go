package render

import (
	"reflect"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/dsaeval/dsaeval/engine/report"
)

// An obligation is written anew whatever changes in it, also a field that is new.
func TestSame(t *testing.T) {
	t.Parallel()
	require.True(t, same(&report.Obligation{}, &report.Obligation{}))
	for _, field := range reflect.VisibleFields(reflect.TypeFor[report.Obligation]()) {
		var changed report.Obligation
		at := reflect.ValueOf(&changed).Elem().FieldByIndex(field.Index)
		switch at.Kind() {
		case reflect.Struct:
			at.Field(0).SetBool(true)
		case reflect.String:
			at.SetString("other")
		case reflect.Int:
			at.SetInt(1)
		case reflect.Bool:
			at.SetBool(true)
		case reflect.Pointer:
			at.Set(reflect.New(at.Type().Elem()))
		case reflect.Slice:
			at.Set(reflect.MakeSlice(at.Type(), 1, 1))
		default:
			require.Failf(t, "unknown kind", "%s is %s", field.Name, at.Kind())
		}
		require.False(t, same(&report.Obligation{}, &changed), field.Name)
		require.False(t, same(&changed, &report.Obligation{}), field.Name)
	}
}
