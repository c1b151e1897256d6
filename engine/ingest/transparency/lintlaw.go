package transparency

import (
	"fmt"
	"io/fs"
	"math/big"

	"go.yaml.in/yaml/v3"

	"github.com/dsaeval/dsaeval/policies"
)

// law is the figures of the law that the linter needs, from the file that the
// policies read too.
type law struct {
	months          int
	firstPeriodEnd  string
	transitionStart string
	threshold       *big.Rat
}

func loadLaw() (law, error) {
	content, err := fs.ReadFile(policies.FS(), "law/figures.yaml")
	if err != nil {
		return law{}, err
	}
	var figures []struct {
		Name   string `yaml:"name"`
		Values []struct {
			Value yaml.Node `yaml:"value"`
		} `yaml:"values"`
	}
	if err := yaml.Unmarshal(content, &figures); err != nil {
		return law{}, fmt.Errorf("law/figures.yaml: %w", err)
	}
	var l law
	var threshold int64
	targets := map[string]any{
		"transparency_publication_months":          &l.months,
		"transparency_first_harmonised_period_end": &l.firstPeriodEnd,
		"transparency_transition_starts_latest":    &l.transitionStart,
		"amar_threshold":                           &threshold,
	}
	for _, f := range figures {
		target := targets[f.Name]
		if target == nil || len(f.Values) == 0 {
			continue
		}
		// The figures have one value each; an amendment would add later ones.
		value := f.Values[len(f.Values)-1].Value
		if value.Tag == "!!timestamp" {
			value.Tag = "!!str"
		}
		if err := value.Decode(target); err != nil {
			return law{}, fmt.Errorf("law/figures.yaml: %s: %w", f.Name, err)
		}
		delete(targets, f.Name)
	}
	for name := range targets {
		return law{}, fmt.Errorf("law/figures.yaml: there is no figure %s", name)
	}
	l.threshold = big.NewRat(threshold, 1)
	return l, nil
}
