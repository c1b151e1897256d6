package fines_test

import (
	"os"
	"sync"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/dsaeval/dsaeval/engine/facts"
	"github.com/dsaeval/dsaeval/engine/fine"
	"github.com/dsaeval/dsaeval/engine/report"
	"github.com/dsaeval/dsaeval/internal/document"
	"github.com/dsaeval/dsaeval/internal/exact"
	"github.com/dsaeval/dsaeval/internal/fines"
	"github.com/dsaeval/dsaeval/policies"
	"github.com/dsaeval/dsaeval/schemas"
)

var shipped = sync.OnceValues(func() ([]*fines.Model, error) { return fines.LoadModels(policies.FS()) })

// published is the shipped model of published decisions.
func published(t require.TestingT) *fines.Model {
	list, err := shipped()
	require.NoError(t, err)
	require.Len(t, list, 2)
	return list[1]
}

var formulas = sync.OnceValues(func() ([]*fines.Model, error) {
	list, err := shipped()
	if err != nil {
		return nil, err
	}
	content, err := os.ReadFile("testdata/dsa-decisions.yaml")
	if err != nil {
		return nil, err
	}
	calibrated, err := fines.LoadModel("testdata/dsa-decisions.yaml", content)
	return []*fines.Model{calibrated, list[0]}, err
})

// models returns models of formulas: one as a user may write it, calibrated on
// decisions and with an input of every kind, and the shipped analogy.
func models(t require.TestingT) []*fines.Model {
	list, err := formulas()
	require.NoError(t, err)
	return list
}

var schema = sync.OnceValues(func() (*facts.Schema, error) {
	bundle, err := schemas.Facts()
	if err != nil {
		return nil, err
	}
	return facts.NewSchema(bundle)
})

func load(t require.TestingT, content string) *document.Node {
	s, err := schema()
	require.NoError(t, err)
	documents, err := s.Load("facts.yaml", []byte(content))
	require.NoError(t, err)
	return documents[0].Known()
}

// caseOf reads facts and adds obligations.
func caseOf(t require.TestingT, content string, obligations ...fines.Obligation) fines.Case {
	c, err := fines.CaseOf(load(t, content))
	require.NoError(t, err)
	c.Obligations = obligations
	return c
}

// compute is Compute with models of formulas where no error is expected.
func compute(t require.TestingT, c fines.Case, o fine.Options) *report.Fine {
	r, err := fines.Compute(c, models(t), o)
	require.NoError(t, err)
	return r
}

// breach is an obligation with the cap of 6 % that is breached by a fact of its
// own.
func breach(id string, facts ...string) fines.Obligation {
	if len(facts) == 0 {
		facts = []string{"/fact/of/" + id}
	}
	return fines.Obligation{
		ID: id, Kind: report.Duty, Penalty: []report.Penalty{report.SixPercent}, Standing: fines.Breached,
		AppliesFrom: "2024-02-17", Findings: [][]string{facts}, PartOf: partOf[id],
	}
}

// partOf says of what stands only in a delegated act what it is fined with.
var partOf = map[string][]string{
	"dsa.art37.2.preaudit":   {"dsa.art37.2", "dsa.art37.1"},
	"dsa.art40.13.portal":    {"dsa.art40.4", "dsa.art40.7", "dsa.art40.1"},
	"dsa.art40.13.catalogue": {"dsa.art40.4", "dsa.art40.7", "dsa.art40.1"},
}

func with(o fines.Obligation, change func(*fines.Obligation)) fines.Obligation {
	change(&o)
	return o
}

func decimal(t testing.TB, text string) fine.Decimal {
	t.Helper()
	d, err := exact.Parse(text)
	require.NoError(t, err)
	return d
}

// million is a case with a turnover of a hundred million euro.
const million = `
assessment: {date: 2025-06-30}
service:
  designation_status: vlop
  turnover_worldwide_preceding_fy:
    group: {amount: "100000000.00", currency: EUR, financial_year: 2024}
`
