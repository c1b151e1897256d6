package engine

import (
	"cmp"
	"maps"
	"slices"
	"sync"

	"github.com/dsaeval/dsaeval/engine/facts"
	"github.com/dsaeval/dsaeval/engine/fine"
	"github.com/dsaeval/dsaeval/engine/policy"
	"github.com/dsaeval/dsaeval/engine/report"
	"github.com/dsaeval/dsaeval/internal/build"
	"github.com/dsaeval/dsaeval/internal/document"
	"github.com/dsaeval/dsaeval/internal/lists"
	"github.com/dsaeval/dsaeval/schemas"
)

// background is what all reports of an engine have in common.
type background struct {
	provenance report.Provenance
	schemas    func() string // the digest, worked out for the first report
}

func backgroundOf(o options, set *policy.Set, schema *facts.Schema, extensions []schemas.Extension) *background {
	b := &background{schemas: sync.OnceValue(func() string {
		if known := schema.SHA256(); known != "" {
			return known
		}
		return schemas.Digest(extensions...)
	})}
	b.provenance = report.Provenance{
		PoliciesSHA256: set.SHA256(),
		Policies:       []report.File{},
		Parameters:     []report.File{},
		Readings:       map[string]string{},
		Amounts:        amountsOf(o),
		Waivers:        []report.File{},
		Engine:         build.Read().Name(),
		Build:          buildOf(build.Read()),
	}
	for _, origin := range set.Origins() {
		if origin.House {
			b.provenance.Policies = append(b.provenance.Policies, report.File{File: origin.Name, SHA256: origin.SHA256})
		}
	}
	for _, file := range o.parameters {
		b.provenance.Parameters = append(b.provenance.Parameters, report.File{File: file.Name, SHA256: document.Digest(file.Content)})
	}
	for _, reading := range set.Readings() {
		if reading.Chosen != reading.Default {
			b.provenance.Readings[reading.Name] = reading.Chosen
		}
	}
	return b
}

func amountsOf(o options) *report.Amounts {
	a := &report.Amounts{
		TurnoverOf: o.fine.TurnoverOf, Periodic: string(o.fine.PeriodicReading), Unit: string(o.fine.Unit),
		Inputs: map[string]string{},
	}
	if a.Periodic == "" {
		a.Periodic = string(fine.Daily)
	}
	if a.Unit == "" {
		a.Unit = string(fine.ByArticle)
	}
	if o.fineModel != nil {
		a.Model = &report.File{File: o.fineModel.Name, SHA256: o.fineModel.SHA256}
	}
	a.Rates = ratesOf(o.fine.Rates)
	maps.Copy(a.Inputs, o.fine.Inputs)
	return a
}

func ratesOf(rates fine.Rates) []string {
	list := make([]string, len(rates))
	for i, rate := range rates {
		list[i] = rate.String()
	}
	return list
}

// withRates is the background of an engine with other exchange rates.
func (b *background) withRates(rates fine.Rates) *background {
	changed := *b
	amounts := *b.provenance.Amounts
	amounts.Rates = ratesOf(rates)
	changed.provenance.Amounts = &amounts
	return &changed
}

func buildOf(info build.Info) *report.Build {
	b := &report.Build{Version: info.Version, Go: info.Go, OPA: info.OPA}
	if info.Commit != "" {
		b.Commit, b.Dirty = &info.Commit, &info.Dirty
	}
	return b
}

// selectionOf says what an engine judges: by the selectors if they were the first, else
// by the ids of what is left.
func (e *Engine) selectionOf(only, exclude []string) *report.Selection {
	return &report.Selection{
		Only: lists.OrEmpty(slices.Clone(only)), Exclude: lists.OrEmpty(slices.Clone(exclude)), WithoutBuiltin: e.noBuiltin,
		Of: breachable(e.set.Obligations()), Judged: breachable(e.selected),
	}
}

func breachable(obligations []*policy.Obligation) int {
	n := 0
	for _, o := range obligations {
		if o.Kind.Breachable() {
			n++
		}
	}
	return n
}

// provenance says what the report of a document depends on. What a report is not to
// change is copied.
func (e *Engine) provenance(g gathered, result *policy.Result) report.Provenance {
	p := e.common.provenance
	p.Facts = []report.File{g.file}
	p.SchemasSHA256 = e.common.schemas()
	p.ParametersSHA256 = result.ParametersSHA256
	selection := *e.selection
	p.Selection = &selection
	if g.asOf != "" {
		p.AsOf = &g.asOf
	}
	p.Documents = g.noted
	return p
}

// documentsOf are the digests that the facts note of what they were taken from.
func documentsOf(f *facts.Facts) []report.File {
	documents := []report.File{}
	sources, ok := f.At("/sources")
	if !ok {
		return documents
	}
	for _, source := range sources.Members {
		if digest := source.Value.Child("sha256"); digest != nil && digest.Text != "" {
			documents = append(documents, report.File{File: source.Key, SHA256: digest.Text})
		}
	}
	slices.SortFunc(documents, func(a, b report.File) int { return cmp.Compare(a.File, b.File) })
	return documents
}
