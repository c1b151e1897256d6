package draft_test

import (
	"fmt"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/open-policy-agent/opa/v1/format"
	"github.com/stretchr/testify/require"

	"github.com/dsaeval/dsaeval/engine/policy"
	"github.com/dsaeval/dsaeval/engine/report"
	"github.com/dsaeval/dsaeval/internal/draft"
	"github.com/dsaeval/dsaeval/internal/factschema"
	"github.com/dsaeval/dsaeval/internal/policytest"
	"github.com/dsaeval/dsaeval/internal/vocabulary"
	"github.com/dsaeval/dsaeval/policies"
	"github.com/dsaeval/dsaeval/schemas"
)

// TestFiles loads what is written for every addressee, kind, first day and type of
// fact, and runs its cases: all pass, and nothing is shown by none.
func TestFiles(t *testing.T) {
	t.Parallel()
	facts := []draft.NewFact{
		{Name: "signed", Type: "flag", Description: "Whether a person signed."},
		{Name: "lost_count", Type: "count", Unit: "reports", Description: "Number of lost reports."},
	}
	section := draft.NewSection("house", facts[0])
	section, err := facts[1].AddTo("house.schema.json", []byte(section))
	require.NoError(t, err)
	bundle, err := schemas.Facts(schemas.Extension{Name: "house", File: "house.schema.json", Content: []byte(section)})
	require.NoError(t, err)
	root, _ := factschema.Read(bundle)

	dir := fstest.MapFS{"schemas/house.schema.json": {Data: []byte(section)}}
	n := 0
	add := func(o draft.Obligation) {
		n++
		o.ID = fmt.Sprintf("house.o%d", n)
		o.Fact.Field = root.Dotted(o.Fact.Path)
		files, err := o.Files()
		require.NoError(t, err)
		for _, file := range files {
			dir[file.Path] = &fstest.MapFile{Data: []byte(file.Content)}
			if !strings.HasSuffix(file.Path, ".rego") {
				continue
			}
			formatted, err := format.Source(file.Path, []byte(file.Content))
			require.NoError(t, err)
			require.Equal(t, string(formatted), file.Content, "opa fmt would change it")
			for _, line := range strings.Split(file.Content, "\n") {
				require.LessOrEqual(t, len(line), 120, line)
			}
		}
	}
	for _, path := range []string{"extensions.house.signed", "extensions.house.lost_count", "service.enterprise_size"} {
		fact := draft.Fact{Path: path}
		for _, kind := range report.Kinds() {
			add(draft.Obligation{Kind: kind, Fact: fact, Title: `A "title": with {signs}`, Description: strings.Repeat("A long description. ", 20)})
		}
	}
	signed := draft.Fact{Path: "extensions.house.signed"}
	for _, addressee := range report.Addressees() {
		add(draft.Obligation{Addressee: addressee, Fact: signed, Words: "process any notices"})
	}
	for _, rule := range []policy.Start{vocabulary.General, vocabulary.Section5, vocabulary.Early, vocabulary.Supervision} {
		add(draft.Obligation{Start: rule, Addressee: report.VLOPVLOSE, Fact: signed})
	}
	add(draft.Obligation{From: "2025-01-01", Exemption: vocabulary.Art19_1, Article: "House 38", Fact: signed})

	suite, err := policytest.Open(t.Context(), policytest.Options{
		WithoutBuiltin: true,
		Policies:       []policy.Source{{Name: "policies", FS: policies.FS()}, {Name: "house", FS: dir}},
	})
	require.NoError(t, err)
	result, err := suite.Run(t.Context(), nil)
	require.NoError(t, err)
	require.Len(t, result.Obligations, n)
	for _, o := range result.Obligations {
		for _, failure := range o.Failures {
			t.Error(failure)
		}
	}
	require.True(t, result.Complete())
}

// TestLaw shows what is filled in of a provision of the Regulation.
func TestLaw(t *testing.T) {
	t.Parallel()
	flag := draft.Fact{Path: "terms.machine_readable", Field: &factschema.Field{Types: []string{"boolean", "null"}}}
	files, err := draft.Obligation{ID: "dsa.art34.1.a.scope", Fact: flag}.Files()
	require.NoError(t, err)
	require.Equal(t, "dsa/art34/art34_1_a_scope.rego", files[0].Path)
	require.Equal(t, "dsa/art34/art34_1_a_scope_test.yaml", files[1].Path)
	for _, line := range []string{
		"package dsa.art34.art34_1_a_scope", "article: 34(1)(a)", "addressee: vlop_vlose", "start: section5",
		"penalty: [art52_3_or_74_1_6pct]", "supervised_by: dsc_and_commission", "oj#art_34",
	} {
		require.Contains(t, files[0].Content, line)
	}
	files, err = draft.Obligation{ID: "dsa.art26.1", Fact: flag}.Files()
	require.NoError(t, err)
	require.Contains(t, files[0].Content, "exemption: art19_1")
}

// TestRefused shows ids and facts of which nothing is made.
func TestRefused(t *testing.T) {
	t.Parallel()
	for id, ofLaw := range map[string]bool{
		"dsa.art16.6": false, "law.one": false, "house": false, "House.one": false, "house.1": false, "house..one": false, "": false,
		"house.one": true, "dsa.one": true, "dsa": true,
	} {
		require.Error(t, draft.CheckID(id, ofLaw), id)
	}
	require.NoError(t, draft.CheckID("house.one", false))
	require.NoError(t, draft.CheckID("dsa.art16.6.automated", true))

	_, err := draft.Obligation{ID: "house.one", Fact: draft.Fact{Path: "service.nothing"}}.Files()
	require.ErrorContains(t, err, "the schema knows no fact service.nothing")
	_, err = draft.Obligation{ID: "house.one", Fact: draft.Fact{Path: "service.name", Field: &factschema.Field{Types: []string{"string"}}}}.Files()
	require.ErrorContains(t, err, "no flag, number or choice of words")

	fact := draft.NewFact{Name: "a", Type: "flag"}
	require.NoError(t, fact.Check())
	require.ErrorContains(t, draft.NewFact{Name: "a", Type: "count"}.Check(), "without a unit")
	require.ErrorContains(t, draft.NewFact{Name: "a", Type: "text"}.Check(), "expected flag")
	require.ErrorContains(t, draft.NewFact{Name: "A b", Type: "flag"}.Check(), "small letters")
	_, err = fact.AddTo("house.schema.json", []byte(draft.NewSection("house", fact)))
	require.ErrorContains(t, err, "house.schema.json:6:5: the fact a is already there")
	_, err = fact.AddTo("house.schema.json", []byte(`{"type": "object"}`))
	require.ErrorContains(t, err, "has no properties")
}
