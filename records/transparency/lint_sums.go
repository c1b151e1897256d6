package transparency

import (
	"fmt"
	"math/big"
	"slices"
	"strings"
)

// tally is the sum of cells that stand below one. It is of no use if there is none
// with a number; with cells or rows that cannot be read it is the least that they
// add up to.
type tally struct {
	sum              *big.Rat
	some, unreadable bool
}

func (t *tally) add(e *Entry) {
	switch e.State {
	case Unreadable:
		t.unreadable = true
	case Known:
		t.sum.Add(t.sum, e.Value)
		t.some = true
	}
}

// tallies are sums by what they stand below.
type tallies map[key]*tally

func (t tallies) add(k key, e *Entry) {
	if t[k] == nil {
		t[k] = &tally{sum: new(big.Rat)}
	}
	t[k].add(e)
}

// incomplete says that rows below were not read.
func (t tallies) incomplete() {
	for _, below := range t {
		below.unreadable = true
	}
}

// categories compares totals with what stands below them, in parts 3 to 6.
func (l *linter) categories(b *block) {
	if measures[b.part] == nil {
		return
	}
	categories, keywords, states, restricted := tallies{}, tallies{}, tallies{}, tallies{}
	for _, e := range b.entries {
		switch {
		case e.Kind != Count:
		case e.Keyword != "":
			keywords.add(key{e.Measure, e.Category, "", e.Scope}, e)
		case e.Category != total:
			categories.add(key{e.Measure, total, "", e.Scope}, e)
		default:
			if e.Scope != total {
				states.add(key{e.Measure, total, "", total}, e)
			}
			if slices.ContainsFunc(restrictions, func(m measure) bool { return m.key == e.Measure }) {
				restricted.add(key{"measures", total, "", e.Scope}, e)
			}
		}
	}
	for _, s := range l.r.Sheets {
		if s.Part == b.part && s.unreadStates > 0 {
			states.incomplete()
		}
		if s.Part == b.part && s.unreadCategories > 0 {
			categories.incomplete()
			keywords.incomplete()
		}
	}
	for _, e := range b.entries {
		if e.State != Known || e.Kind != Count || e.Keyword != "" {
			continue
		}
		k := key{e.Measure, e.Category, "", e.Scope}
		l.differ("categories-sum", e, categories[k], "the categories")
		l.differ("keywords-sum", e, keywords[k], "the sub-categories")
		l.differ("restrictions-sum", e, restricted[k], "the types of restriction")
		if b.part == partOrders {
			l.differ("states-sum", e, states[k], "the Member States")
		}
	}
}

// differ compares a number with what stands below it. Where some of that was not
// read, only a sum that is too large already says anything.
func (l *linter) differ(rule string, e *Entry, below *tally, what string) {
	switch {
	case below == nil || !below.some:
	case !below.unreadable:
		l.check(rule, below.sum.Cmp(e.Value) != 0, e.Ref, "%s is %s; %s add up to %s", name(e), decimal(e.Value), what, decimal(below.sum))
	case below.sum.Cmp(e.Value) > 0:
		l.check(rule, true, e.Ref, "%s is %s; what could be read of %s already adds up to %s", name(e), decimal(e.Value), what, decimal(below.sum))
	}
}

// name says what a cell is about, in the words of the template.
func name(e *Entry) string {
	words := []string{fmt.Sprintf("%q", e.label())}
	if e.Category != total {
		words = append(words, strings.TrimPrefix(e.Category, categoryPrefix))
	}
	if e.Keyword != "" {
		words = append(words, e.Keyword)
	}
	if e.Scope != total && measures[e.Part] != nil {
		words = append(words, e.Scope)
	}
	return strings.Join(words, ", ")
}

// label returns the name of the column or of the row that a cell stands in.
func (e *Entry) label() string {
	if columns := measures[e.Part]; columns != nil {
		s := Sheet{Part: e.Part}
		return strings.TrimSpace(columnName(e.Part, s.firstMeasure()+slices.IndexFunc(columns, func(m measure) bool { return m.key == e.Measure })))
	}
	indicator := template()[e.Part].Indicators.english()[slices.Index(indicators[e.Part], e.Measure)]
	scope := e.Scope
	if i := slices.Index(scopes[e.Part], scope); i >= 0 && i < len(template()[e.Part].Scopes.english()) {
		scope = template()[e.Part].Scopes.english()[i]
	}
	return strings.TrimSpace(indicator) + ", " + strings.TrimSpace(scope)
}

// columns compares the columns of one row with each other, in parts 3 to 6.
func (l *linter) columns(b *block) {
	if measures[b.part] == nil {
		return
	}
	// By row, since providers have several rows for "other".
	rows := map[rowKey]*Entry{}
	for _, e := range b.entries {
		rows[rowKey{e.Ref.File, e.Ref.Sheet, e.Ref.Row, e.Measure}] = e
	}
	for _, e := range b.entries {
		if e.State != Known {
			continue
		}
		other := func(measure string) *Entry {
			if o := rows[rowKey{e.Ref.File, e.Ref.Sheet, e.Ref.Row, measure}]; o != nil && o.State == Known {
				return o
			}
			return nil
		}
		if whole, isPart := strings.CutSuffix(e.Measure, "_tf"); isPart && e.Kind == Count {
			if w := other(whole); w != nil {
				l.check("trusted-flaggers-exceed", e.Value.Cmp(w.Value) > 0, e.Ref, "%s is %s, of %s in all", name(e), decimal(e.Value), decimal(w.Value))
			}
		}
		if w := other("measures"); e.Measure == "measures_automated" && w != nil {
			l.check("automated-exceeds-measures", e.Value.Cmp(w.Value) > 0, e.Ref, "%s is %s, of %s measures", name(e), decimal(e.Value), decimal(w.Value))
		}
		if w := other(namedIn[e.Measure]); w != nil && e.Keyword == "" {
			l.check("items-below-notices", e.Value.Cmp(w.Value) < 0, e.Ref, "%s is %s, fewer than the %s that name them", name(e), decimal(e.Value), decimal(w.Value))
		}
	}
	l.medians(b)
}

type rowKey struct {
	file, sheet string
	row         int
	measure     string
}

// namedIn says what names the items that a column counts.
var namedIn = map[string]string{"items": "notices", "items_tf": "notices_tf", "orders_act_items": "orders_act"}

// outcomes compares complaints and disputes with their outcomes, in part 7. Some
// may be pending, so that fewer outcomes are only strange.
func (l *linter) outcomes(b *block) {
	if b.part != partAppeals {
		return
	}
	for _, e := range b.entries {
		if e.State != Known || e.Scope != total {
			continue
		}
		if b.at(e.Measure, total, "", "upheld") == nil && b.at(e.Measure, total, "", "reversed") == nil {
			continue
		}
		outcomes := b.sum(func(x *Entry) bool {
			return x.Measure == e.Measure && slices.Contains([]string{"upheld", "partly", "reversed", "omitted"}, x.Scope)
		})
		l.differ("outcomes-sum", e, outcomes, "upheld, partially reversed, reversed and omitted")
	}
}

func (l *linter) kinds(b *block) {
	if b.part != partAppeals {
		return
	}
	for _, measure := range []string{"complaints", "disputes"} {
		all, median := b.at(measure, total, "", total), b.index[key{measure, total, "", "median"}]
		if all == nil || median == nil {
			continue
		}
		// What is pending has no duration yet, and rows that are left blank as a whole
		// do not apply: the template asks them of online platforms only.
		decided := b.sum(func(x *Entry) bool {
			return x.Measure == measure && slices.Contains([]string{"upheld", "partly", "reversed"}, x.Scope)
		})
		l.median(median, all, !decided.unreadable && decided.sum.Sign() > 0)
	}
	// Complaints about notices of trusted flaggers are among those about notices.
	byKind := b.sum(func(x *Entry) bool {
		return strings.HasPrefix(x.Measure, "on_") && x.Measure != "on_notice_tf" && x.Scope == total
	})
	if e := b.at("complaints", total, "", total); e != nil {
		l.differ("complaints-kinds", e, byKind, "the kinds of complaint")
	}
	part, whole := b.at("on_notice_tf", total, "", total), b.at("on_notice", total, "", total)
	if part != nil && whole != nil {
		l.check("trusted-flaggers-exceed", part.Value.Cmp(whole.Value) > 0, part.Ref, "%s is %s, of %s in all", name(part), decimal(part.Value), decimal(whole.Value))
	}
}
