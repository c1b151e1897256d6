package ask

import (
	"encoding/json"
	"fmt"
	"slices"
	"strings"

	"github.com/dsaeval/dsaeval/engine/report"
	"github.com/dsaeval/dsaeval/internal/document"
)

// Parse reads an answer as people type it: "yes", "4 200", "medium", "hosting,
// marketplace", "none" for an empty list. The error says what is expected; whether
// the value is one that the fact can have is checked by the schema.
func (f Fact) Parse(text string) (any, error) {
	text = strings.TrimSpace(text)
	wrong := func() error { return fmt.Errorf("%q is no answer here; expected %s", text, f.Answer()) }
	switch f.Kind {
	case report.Flag:
		switch strings.ToLower(text) {
		case "yes", "y", "true":
			return true, nil
		case "no", "n", "false":
			return false, nil
		}
		return nil, wrong()
	case report.Count, report.Amount:
		if number := document.PlainNumber(strings.ReplaceAll(text, " ", "")); number != "" {
			if whole, thousands, two := document.Grouped(number); two && f.Kind == report.Count {
				return nil, fmt.Errorf("%q can be read as %s or as %s; write the one that is meant, without a point", text, whole, thousands)
			}
			return json.Number(number), nil
		}
		if number := strings.ReplaceAll(text, " ", ""); document.JSONNumber.MatchString(number) {
			return json.Number(number), nil
		}
		return nil, wrong()
	case report.Date:
		if !document.IsDate(text) {
			return nil, fmt.Errorf("%q is no date; expected year, month and day, such as 2025-02-17", text)
		}
		if !document.InReach(text) {
			return nil, fmt.Errorf("days are reckoned with from %s to %s; where there is no such day, leave the question out", document.FirstDay, document.LastDay)
		}
		return text, nil
	case report.Word:
		return f.choice(text)
	case report.List, report.Table:
		return f.several(text)
	}
	if text == "" {
		return nil, wrong()
	}
	return text, nil
}

// choice finds the word that is meant, of which the beginning is enough.
func (f Fact) choice(text string) (string, error) {
	if text == "" {
		return "", fmt.Errorf("expected %s", f.Answer())
	}
	word := strings.ReplaceAll(strings.ToLower(text), " ", "_")
	var begin []string
	for _, c := range f.Choices {
		if strings.ToLower(c.Word) == word {
			return c.Word, nil
		}
		if strings.HasPrefix(strings.ToLower(c.Word), word) {
			begin = append(begin, c.Word)
		}
	}
	if len(begin) != 1 {
		return "", fmt.Errorf("%q is no answer here; expected %s", text, f.Answer())
	}
	return begin[0], nil
}

// several reads a list of words or what is written as in JSON.
func (f Fact) several(text string) (any, error) {
	if strings.HasPrefix(text, "[") || strings.HasPrefix(text, "{") {
		n, err := document.One("answer.json", []byte(text))
		if err != nil {
			return nil, fmt.Errorf("the answer cannot be read as JSON: %w", err)
		}
		return n.Value(), nil
	}
	if f.Kind == report.Table {
		return nil, fmt.Errorf("expected values by key, such as %s", f.ShownExample())
	}
	list := []any{}
	if strings.ToLower(text) == "none" && !slices.ContainsFunc(f.Choices, func(c Choice) bool { return c.Word == "none" }) {
		return list, nil
	}
	for each := range strings.SplitSeq(text, ",") {
		word := strings.TrimSpace(each)
		if len(f.Choices) > 0 {
			var err error
			if word, err = f.choice(word); err != nil {
				return nil, err
			}
		}
		if word == "" {
			return nil, fmt.Errorf("expected words with commas between them, or none")
		}
		list = append(list, word)
	}
	return list, nil
}
