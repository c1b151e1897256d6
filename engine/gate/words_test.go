package gate_test

import (
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/dsaeval/dsaeval/engine/gate"
)

// A word that a field can never be would keep the gate open for ever.
func TestWordsThatNothingIs(t *testing.T) {
	t.Parallel()
	for expression, want := range map[string]string{
		`any(findings, .basis == "Law")`: "1:25: basis is never \"Law\"; expected law, house, reading or parameter\n" +
			"  any(findings, .basis == \"Law\")\n                          ^\n    hint: did you mean law?",
		`any(obligations, .verdict == "beach")`:            `verdict is never "beach"; expected breach, compliant, undetermined or not_applicable`,
		`any(obligations, "beach" != .verdict)`:            `1:18: verdict is never "beach"`,
		`any(obligations, .verdict in ["breach", "open"])`: `1:41: verdict is never "open"`,
		`any(obligations, .verdict not in ["beach"])`:      `verdict is never "beach"`,
		`obligations[0].verdict == ""`:                     `verdict is never ""`,
		`.article == "99"`:                                 "\".\" is not expected here\n  .article == \"99\"\n  ^\n    hint: breach > 0, or any(findings, .basis == \"law\")",
		`any(findings, .kind == "dutty")`:                  "hint: did you mean duty?",
		`any(findings, .addressee == "platform")`:          "addressee is never",
		`any(findings, .status == "proved")`:               "status is never",
		`any(findings, any(.penalty, # == "6 %"))`:         `penalty is never "6 %"`,
		`any(findings, .ended_on == nil)`:                  "1:28: nothing here is ever nil",
		`any(findings, nil != .code)`:                      "nothing here is ever nil",
	} {
		_, err := gate.New(expression, nil)
		require.Error(t, err, expression)
		require.ErrorContains(t, err, want, expression)
	}
	for _, expression := range []string{
		`any(obligations, .basis == "" and .verdict == "breach")`, `any(findings, .code == "whatever")`, `service.name == "Law"`,
		`any(findings, any(.penalty, # == "none"))`, `any(findings, .basis in ["law", "reading"] and .status != "unstated")`,
		`any(obligations, any(findings, .code == "x") and any(.penalty, # != "none"))`, `any(map(findings, .code), # == "x")`,
	} {
		_, err := gate.New(expression, nil)
		require.NoError(t, err, expression)
	}
}

// The same holds of the condition of a waiver.
func TestWordsInWaivers(t *testing.T) {
	t.Parallel()
	_, err := gate.LoadWaivers("waivers.yaml", waiverFile("obligation: dsa.art16.6", `condition: finding.basis == "Law"`))
	require.ErrorContains(t, err, `condition, at 1:18 of the expression: basis is never "Law"`)
}
