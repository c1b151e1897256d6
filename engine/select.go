package engine

import (
	"errors"
	"fmt"
	"strings"

	"github.com/dsaeval/dsaeval/engine/policy"
)

// ErrNothingSelected says that selectors leave no obligation to judge, or that
// one of them names none. Returned by [New]; nothing judged is never success.
var ErrNothingSelected = errors.New("no obligation selected")

func choose(all []*policy.Obligation, only, exclude []string) ([]*policy.Obligation, error) {
	used := map[string]bool{}
	var chosen []*policy.Obligation
	for _, o := range all {
		if (len(only) == 0 || anySelects(only, o, used)) && !anySelects(exclude, o, used) {
			chosen = append(chosen, o)
		}
	}
	for _, selector := range append(append([]string(nil), only...), exclude...) {
		if !used[selector] {
			return nil, fmt.Errorf("%w: nothing is called %q; `evaluate obligations` lists ids and articles", ErrNothingSelected, selector)
		}
	}
	if len(chosen) == 0 {
		return nil, fmt.Errorf("%w: what is chosen is also excluded", ErrNothingSelected)
	}
	return chosen, nil
}

// anySelects notes every selector that names the obligation, so that one which
// names nothing can be told from one that is merely covered by another.
func anySelects(selectors []string, o *policy.Obligation, used map[string]bool) bool {
	selected := false
	for _, selector := range selectors {
		if Selects(selector, o) {
			used[selector] = true
			selected = true
		}
	}
	return selected
}

// Selects reports whether a selector names an obligation: by its id, by the
// beginning of its id up to a dot, by its article (16) or by its provision or
// the beginning of that up to a bracket (16(6), 34(1)).
func Selects(selector string, o *policy.Obligation) bool {
	return o.ID == selector || strings.HasPrefix(o.ID, selector+".") ||
		o.Article == selector || strings.HasPrefix(o.Article, selector+"(")
}

// Select returns an engine that judges only some of the obligations of this one,
// named as for [WithOnly] and [WithExclude]. It shares what is loaded. It returns
// [ErrNothingSelected] as [New] does.
func (e *Engine) Select(only, exclude []string) (*Engine, error) {
	selected, err := choose(e.selected, only, exclude)
	if err != nil {
		return nil, err
	}
	narrowed := *e
	narrowed.selected = selected
	return &narrowed, nil
}
