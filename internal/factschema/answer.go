package factschema

import "github.com/dsaeval/dsaeval/engine/report"

// AnswerKind says what kind of answer gives the value.
func (f *Field) AnswerKind() report.FactKind {
	switch {
	case len(f.Enum) > 0:
		return report.Word
	case f.Is("boolean"):
		return report.Flag
	case f.Is("integer"):
		return report.Count
	case f.Is("number"):
		return report.Amount
	case f.Is("array"):
		return report.List
	case f.Is("object"):
		return report.Table
	case f.IsDate():
		return report.Date
	}
	return report.Text
}
