package policy

import (
	"fmt"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/dsaeval/dsaeval/engine/facts"
	"github.com/dsaeval/dsaeval/engine/report"
	"github.com/dsaeval/dsaeval/schemas"
)

// TestRunaways shows that a rule which would take for ever ends after a number of
// steps, as a defect of the obligation: asked directly, and handed over to OPA.
func TestRunaways(t *testing.T) {
	t.Parallel()
	numbers := make([]string, 100)
	for i := range numbers {
		numbers[i] = fmt.Sprint(i + 5)
	}
	many := "\nmany := [" + strings.Join(numbers, ", ") + "]\n"
	loops := "some a in many\n\tsome b in many\n\tsome c in many\n\tsome d in many"
	// What is done at each step is as cheap as it can be, since there are millions.
	for name, c := range map[string]struct{ body, want string }{
		"direct": {loops + "\n\ta + d == 1", "takes more than 10000000 steps"},
		"OPA":    {"count({sprintf(\"%v %v %v %v\", [a, b, c, d]) | " + strings.ReplaceAll(loops, "\n\t", "; ") + "; d == 1}) > 10", "takes more than 5000000 steps"},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			rule := strings.Replace(ground, "if input.reporting_pipeline.fault_fixed == false", "if {\n\tinput.reporting_pipeline.fault_fixed == false\n\t"+c.body+"\n}", 1)
			set, err := loadWith(t, map[string]string{"one.rego": header + rule + many})
			require.NoError(t, err)
			bundle, err := schemas.Facts()
			require.NoError(t, err)
			schema, err := facts.NewSchema(bundle)
			require.NoError(t, err)
			documents, err := schema.Load("facts.yaml", []byte("assessment: {date: 2025-01-01}\nservice: {categories: [hosting], offers_services_in_eu: true, designation_status: none}\nreporting_pipeline: {fault_fixed: false}\n"))
			require.NoError(t, err)
			one, _ := set.Obligation("house.one")
			_, err = set.Judge(t.Context(), documents[0], []*Obligation{one}, report.DetailFull)
			require.ErrorAs(t, err, new(Defects))
			require.ErrorContains(t, err, "house/one.rego: house.one: "+c.want)
		})
	}
}
