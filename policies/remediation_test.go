package policies_test

import (
	"regexp"
	"testing"

	"github.com/stretchr/testify/require"
)

// forbidden are words of remediations that would ask for what nobody may ask
// for: general monitoring (Art. 8), or more personal data to find out whether a
// recipient is a minor (Art. 28(3)).
var forbidden = []*regexp.Regexp{
	regexp.MustCompile(`(?i)(monitor|scan|watch|screen|filter|inspect)\w* (all|every|each|any) (content|post|item|upload|message|piece)`),
	regexp.MustCompile(`(?i)(general|comprehensive|blanket) monitoring`),
	regexp.MustCompile(`(?i)(collect|process|ask for|demand)\w* (more|additional|further|extra) personal data`),
}

// TestRemediationsStayWithinTheLaw reads what the obligations say would end a
// breach.
func TestRemediationsStayWithinTheLaw(t *testing.T) {
	t.Parallel()
	for _, o := range load(t).Obligations() {
		for _, words := range forbidden {
			if o.ID == "dsa.art28.1" && words == forbidden[2] {
				// It says that no platform is obliged to.
				require.Contains(t, o.Remediation, "does not oblige")
				continue
			}
			require.NotRegexp(t, words, o.Remediation, o.ID)
		}
	}
}
