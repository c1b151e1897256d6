package words

import (
	"strings"

	"github.com/dsaeval/dsaeval/engine/report"
)

// Question asks for a fact as the schema does: in a question, or else by its
// description.
func Question(q report.Question) string {
	if q.Question != nil && *q.Question != "" {
		return *q.Question
	}
	return q.Description
}

// Answer says what kind of answer a question wants, such as "a whole number, in
// notices"; it is empty where the kind is not known.
func Answer(q report.Question) string {
	switch q.Kind {
	case report.Flag:
		return "yes or no"
	case report.Count:
		return in("a whole number", q.Unit)
	case report.Amount:
		return in("a figure", q.Unit)
	case report.Date:
		return "a date"
	case report.Word:
		return "one of: " + strings.Join(q.Values, ", ")
	case report.Text:
		return "in words"
	case report.List:
		if len(q.Values) > 0 && len(q.Values) <= maxValues {
			return "any of: " + strings.Join(q.Values, ", ")
		}
		return "a list"
	case report.Table:
		return "values by key"
	}
	return ""
}

func in(answer string, unit *string) string {
	if unit == nil || *unit == "" {
		return answer
	}
	return answer + ", in " + *unit
}
