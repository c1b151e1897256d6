package saved

import (
	"reflect"
	"strings"
	"sync"
	"unicode"

	"github.com/dsaeval/dsaeval/engine/report"
)

// names are the keys that a report has.
type names struct {
	all    map[string]bool
	folded map[string]string // as they are compared, to how they are written
	free   map[string]bool   // those whose values are anybody's: facts, and maps
}

var namesOfReports = sync.OnceValue(func() names {
	n := names{map[string]bool{}, map[string]string{}, map[string]bool{}}
	n.add(reflect.TypeFor[report.Report](), map[reflect.Type]bool{})
	return n
})

func (n names) add(t reflect.Type, met map[reflect.Type]bool) {
	for t.Kind() == reflect.Pointer || t.Kind() == reflect.Slice {
		t = t.Elem()
	}
	if t.Kind() != reflect.Struct || met[t] {
		return
	}
	met[t] = true
	for field := range t.Fields() {
		name, _, _ := strings.Cut(field.Tag.Get("json"), ",")
		if name != "" && name != "-" {
			n.all[name], n.folded[fold(name)] = true, name
			if kind := field.Type.Kind(); kind == reflect.Interface || kind == reflect.Map {
				n.free[name] = true
			}
		}
		n.add(field.Type, met)
	}
}

// fold makes of all ways to write a key in large and small letters one, as the decoder
// of the standard library does: by the least letter of each.
func fold(key string) string {
	return strings.Map(func(r rune) rune {
		least := r
		for next := unicode.SimpleFold(r); next != r; next = unicode.SimpleFold(next) {
			least = min(least, next)
		}
		return least
	}, key)
}
