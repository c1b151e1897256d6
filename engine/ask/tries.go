package ask

import (
	"encoding/json"
	"math/big"
	"time"

	"github.com/dsaeval/dsaeval/engine/report"
)

// tries are answers that stand for all that a fact can turn out to be, as far as the
// conditions tell them apart: both of a flag, each word of a choice, and of a number
// or a day those at, below and above each value that it is compared with.
func tries(f Fact, about []*open) []any {
	switch f.Kind {
	case report.Flag:
		return []any{true, false}
	case report.Word:
		var words []any
		for _, c := range f.Choices {
			words = append(words, c.Word)
		}
		return words
	case report.Count, report.Amount:
		return numbers(constants(f.Pointer, about))
	case report.Date:
		return days(constants(f.Pointer, about))
	case report.List:
		return []any{[]any{}, append([]any{"something else"}, constants(f.Pointer, about)...)}
	case report.Table:
		return []any{map[string]any{}}
	}
	return []any{"something"}
}

func numbers(constants []any) []any {
	values := []*big.Rat{new(big.Rat)}
	for _, c := range constants {
		n, ok := number(c)
		if !ok {
			continue
		}
		for _, step := range []int64{-1, 0, 1} {
			if near := new(big.Rat).Add(n, new(big.Rat).SetInt64(step)); near.Sign() >= 0 {
				values = append(values, near)
			}
		}
	}
	if len(values) == 1 {
		values = append(values, new(big.Rat).SetInt64(1))
	}
	var distinct []any
	seen := map[string]bool{}
	for _, v := range values {
		if text := v.RatString(); !seen[text] {
			seen[text] = true
			distinct = append(distinct, json.Number(decimal(v)))
		}
	}
	return distinct
}

// decimal writes a number as people do.
func decimal(n *big.Rat) string {
	const digits = 6
	if n.IsInt() {
		return n.Num().String()
	}
	text := n.FloatString(digits)
	for text[len(text)-1] == '0' {
		text = text[:len(text)-1]
	}
	return text
}

func days(constants []any) []any {
	var values []any
	seen := map[string]bool{}
	for _, c := range constants {
		text, _ := c.(string)
		day, err := time.Parse(time.DateOnly, text)
		if err != nil {
			continue
		}
		for _, step := range []int{-1, 0, 1} {
			near := day.AddDate(0, 0, step).Format(time.DateOnly)
			if !seen[near] {
				seen[near] = true
				values = append(values, near)
			}
		}
	}
	if len(values) == 0 {
		return []any{"2025-01-01"} // any day: nothing is compared with a known one
	}
	return values
}

// constants are those that a fact is compared with.
func constants(pointer string, about []*open) []any {
	var found []any
	var walk func(report.Condition)
	walk = func(c report.Condition) {
		if c.Fact == pointer && c.Value != nil {
			found = append(found, c.Value)
		}
		if len(c.Terms) == 2 {
			for i, t := range c.Terms {
				if other := c.Terms[1-i]; t.Fact == pointer && other.Value != nil {
					found = append(found, other.Value)
				}
			}
		}
		for _, of := range c.Of {
			walk(of)
		}
	}
	for _, x := range about {
		if x.applies != nil {
			walk(x.applies.Condition)
		}
		for _, c := range x.breached {
			if c.mentions(pointer) {
				walk(c.Condition)
			}
		}
	}
	return found
}
