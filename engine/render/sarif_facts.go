package render

import (
	"github.com/dsaeval/dsaeval/engine/report"
	"github.com/dsaeval/dsaeval/internal/sarif"
	"github.com/dsaeval/dsaeval/internal/writing"
)

// factsRule is the rule of facts that cannot be used.
const factsRule = "facts"

// refuse adds what is wrong with facts that could not be judged, as results of one
// rule that is no obligation.
func (s sarifReports) refuse(list []report.Unusable) {
	for _, u := range list {
		index := s.Rule(factsRule, func() sarif.Rule {
			const text = "The facts can be read, match their schema and do not contradict each other."
			return sarif.Rule{
				ID: factsRule, Name: "UsableFacts", ShortDescription: sarif.Text{Text: "Facts can be used"}, FullDescription: sarif.Text{Text: text},
				Help:                 sarif.Help{Text: text, Markdown: text},
				DefaultConfiguration: sarif.Configuration{Level: "error"},
				Properties:           map[string]any{"tags": []string{"facts"}},
			}
		})
		location := sarif.Location{PhysicalLocation: sarif.PhysicalLocation{ArtifactLocation: sarif.ArtifactLocation{URI: writing.FileURI(u.File)}}}
		// A file that cannot be read has no better line than its first.
		location.PhysicalLocation.Region = &sarif.Region{StartLine: max(u.Line, 1), StartColumn: u.Column}
		if u.Pointer != "" {
			location.LogicalLocations = []sarif.LogicalLocation{logical(u.Pointer)}
		}
		message := u.Message
		if u.Hint != "" {
			message += " (" + u.Hint + ")"
		}
		s.Result(sarif.Result{
			RuleID: factsRule, RuleIndex: index, Kind: "fail", Level: "error", Message: sarif.Text{Text: message}, Locations: []sarif.Location{location},
			Properties: map[string]any{},
		}, writing.Fingerprint(factsRule, u.File, u.Pointer, u.Message))
	}
}
