package audit

import "github.com/dsaeval/dsaeval/engine/report"

// Conclusion is what the audit of one obligation comes to, Art. 8 of the
// Delegated Regulation. The zero value is no conclusion in either sense: Of
// never gives it.
type Conclusion string

// The three conclusions that the Delegated Regulation names, and the case in
// which the auditor cannot reach one, Art. 37(5) of the Digital Services Act.
const (
	// Positive: the obligation is kept, by the words and figures of the law.
	Positive Conclusion = "positive"
	// PositiveWithComments: the obligation is kept as measured by benchmarks, or
	// on a reading of the law, on which remarks are made.
	PositiveWithComments Conclusion = "positive with comments"
	// Negative: the obligation is not kept.
	Negative Conclusion = "negative"
	// NoConclusion: evidence is missing that could turn the result.
	NoConclusion Conclusion = "no conclusion"
)

// Conclusions lists all conclusions in the order in which they are counted.
func Conclusions() []Conclusion {
	return []Conclusion{Positive, PositiveWithComments, Negative, NoConclusion}
}

// conclusionOf maps a verdict. An obligation that does not apply is not
// audited, so that it has no conclusion and not even the lack of one.
func conclusionOf(verdict report.Verdict, basis report.Basis) (conclusion Conclusion, audited bool) {
	switch verdict {
	case report.Breach:
		return Negative, true
	case report.Undetermined:
		return NoConclusion, true
	case report.Compliant:
		if basis != report.Law {
			return PositiveWithComments, true
		}
		return Positive, true
	}
	return "", false
}

// Opinion is the outcome of the audit as a whole.
type Opinion struct {
	// Conclusion is NoConclusion where no opinion is expressed.
	Conclusion Conclusion
	// Reason says how the opinion follows from the conclusions.
	Reason string
}

// opinionOf aggregates by Art. 8 of the Delegated Regulation: one negative
// conclusion makes the opinion negative, one with comments makes it positive
// with comments, and it is positive only if all conclusions are.
//
// The Delegated Regulation says nothing of obligations without conclusion. Its
// letter would let an opinion be positive with comments beside them. Here they
// withhold the opinion, because a missing fact is never a pass; a negative
// opinion stands, as no further fact could turn it.
func opinionOf(counts Counts) Opinion {
	switch {
	case counts.Negative > 0:
		return Opinion{Negative, "at least one conclusion is negative"}
	case counts.NoConclusion > 0 && counts.PositiveWithComments > 0:
		return Opinion{NoConclusion, "no conclusion is negative, but some obligations have none; by the letter of Art. 8, which looks at the conclusions that were reached, the opinion would be positive with comments"}
	case counts.NoConclusion > 0:
		return Opinion{NoConclusion, "no conclusion is negative, but some obligations have none"}
	case counts.PositiveWithComments > 0:
		return Opinion{PositiveWithComments, "no conclusion is negative and at least one has comments"}
	case counts.Positive > 0:
		return Opinion{Positive, "all conclusions are positive"}
	}
	return Opinion{NoConclusion, "no obligation was audited"}
}

// Counts counts the audited obligations by conclusion.
type Counts struct {
	Positive             int
	PositiveWithComments int
	Negative             int
	NoConclusion         int
}

func (c *Counts) add(conclusion Conclusion) {
	switch conclusion {
	case Positive:
		c.Positive++
	case PositiveWithComments:
		c.PositiveWithComments++
	case Negative:
		c.Negative++
	case NoConclusion:
		c.NoConclusion++
	}
}

// Of returns the number of obligations with a conclusion.
func (c Counts) Of(conclusion Conclusion) int {
	switch conclusion {
	case Positive:
		return c.Positive
	case PositiveWithComments:
		return c.PositiveWithComments
	case Negative:
		return c.Negative
	case NoConclusion:
		return c.NoConclusion
	}
	return 0
}
