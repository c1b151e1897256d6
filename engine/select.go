package engine

import (
	"errors"
	"fmt"
	"strings"

	"github.com/dsaeval/dsaeval/engine/policy"
	"github.com/dsaeval/dsaeval/internal/document"
)

// ErrNothingSelected says that selectors leave no obligation to judge. Returned
// by [New]; nothing judged is never success.
var ErrNothingSelected = errors.New("no obligation is selected: what is chosen is also left out")

// UnknownSelector says that a selector names no obligation.
type UnknownSelector struct {
	Name string
	// Nearest is the id or the provision that was perhaps meant; empty if none is
	// like the name.
	Nearest string
}

// Error says what is wrong and what was perhaps meant.
func (u *UnknownSelector) Error() string {
	if u.Nearest == "" {
		return fmt.Sprintf("no obligation is called %q", u.Name)
	}
	return fmt.Sprintf("no obligation is called %q; did you mean %s?", u.Name, u.Nearest)
}

// Is makes it a case of [ErrNothingSelected].
func (u *UnknownSelector) Is(target error) bool { return target == ErrNothingSelected }

func ids(obligations []*policy.Obligation) []string {
	list := make([]string, len(obligations))
	for i, o := range obligations {
		list[i] = o.ID
	}
	return list
}

func choose(all []*policy.Obligation, only, exclude []string) ([]*policy.Obligation, error) {
	used := map[string]bool{}
	var chosen []*policy.Obligation
	for _, o := range all {
		// Both are asked of each, since they note what they name.
		wanted, unwanted := len(only) == 0 || anySelects(only, o, used), anySelects(exclude, o, used)
		if wanted && !unwanted {
			chosen = append(chosen, o)
		}
	}
	for _, selector := range append(append([]string(nil), only...), exclude...) {
		if !used[selector] {
			return nil, &UnknownSelector{Name: selector, Nearest: nearestSelector(selector, all)}
		}
	}
	if len(chosen) == 0 {
		return nil, ErrNothingSelected
	}
	return chosen, nil
}

// nearestSelector returns what was perhaps meant: an id, an Article or a
// provision. 16.6 is how some write 16(6). What has another number is another Article, and
// not what was meant.
func nearestSelector(name string, all []*policy.Obligation) string {
	var candidates []string
	for _, o := range all {
		if o.ID == "dsa.art"+name || strings.HasPrefix(o.ID, "dsa.art"+name+".") {
			return o.Article
		}
		candidates = append(candidates, o.ID, o.Article)
	}
	return document.Nearest(name, document.OfSameNumber(name, candidates))
}

// anySelects notes every selector that names the obligation, so that one which
// names nothing can be told from one that is merely covered by another.
func anySelects(selectors []string, o *policy.Obligation, used map[string]bool) bool {
	selected := false
	for _, selector := range selectors {
		if selects(selector, o) {
			used[selector] = true
			selected = true
		}
	}
	return selected
}

// selects reports whether a selector names an obligation: by its id, by the
// beginning of its id up to a dot, by its article (16) or by its provision or
// the beginning of that up to a bracket (16(6), 34(1)).
func selects(selector string, o *policy.Obligation) bool {
	return o != nil && (o.ID == selector || strings.HasPrefix(o.ID, selector+".") ||
		o.Article == selector || strings.HasPrefix(o.Article, selector+"("))
}

// Select returns an engine that judges only some of the obligations of this one,
// named as for [WithOnly] and [WithExclude]. It shares what is loaded. It returns
// the errors of [New].
func (e *Engine) Select(only, exclude []string) (*Engine, error) {
	if !e.ready() {
		return nil, ErrNoEngine
	}
	selected, err := choose(e.selected, only, exclude)
	if err != nil {
		return nil, err
	}
	narrowed := *e
	narrowed.selected = selected
	if len(e.selection.Only)+len(e.selection.Exclude) > 0 { // both hold: say what is left
		only, exclude = ids(selected), nil
	}
	narrowed.selection = narrowed.selectionOf(only, exclude)
	return &narrowed, nil
}
