package fine

import (
	"fmt"
	"io/fs"
	"strconv"
	"strings"
	"sync"

	"github.com/goccy/go-yaml"

	"github.com/dsaeval/dsaeval/policies"
)

// legal holds the figures and provisions of Arts 52, 74, 76 and 77.
type legal struct {
	fine, information, daily limit
	// limitation and limitationAtMost are in months.
	limitation, limitationAtMost int
}

// limit is a share that the law allows at most.
type limit struct {
	percent int64
	// national and union are the provisions for the authority of a Member State
	// and for the Commission, as art52.3.
	national, union string
	words           string
}

// figure is an entry of policies/law as far as money reads it.
type figure struct {
	Name    string `yaml:"name"`
	Article string `yaml:"article"`
	Term    string `yaml:"term"`
	Values  []struct {
		Since string `yaml:"since"`
		Value any    `yaml:"value"`
	} `yaml:"values"`
}

// law reads the figures from the policies that are built in: a user can neither
// override a figure of the law nor a cap.
var law = sync.OnceValue(func() legal {
	figures := map[string]figure{}
	for _, name := range []string{"law/fines.yaml", "law/figures.yaml"} {
		content, err := fs.ReadFile(policies.FS(), name)
		if err != nil {
			panic(err)
		}
		var list []figure
		if err := yaml.Unmarshal(content, &list); err != nil {
			panic(fmt.Sprintf("%s: %v", name, err))
		}
		for _, f := range list {
			figures[f.Name] = f
		}
	}
	whole := func(name string) int {
		values := figures[name].Values
		if len(values) == 0 {
			panic("policies/law has no figure " + name)
		}
		// No amendment has changed one of these; the last value is the only one.
		n, err := strconv.Atoi(fmt.Sprint(values[len(values)-1].Value))
		if err != nil {
			panic(fmt.Sprintf("policies/law: %s: %v", name, err))
		}
		return n
	}
	share := func(name string) limit {
		national, union, _ := strings.Cut(figures[name].Article, "; ")
		return limit{
			percent: int64(whole(name)), national: provision(national), union: provision(union), words: figures[name].Term,
		}
	}
	return legal{
		fine: share("fine_cap_percent"), information: share("information_fine_cap_percent"), daily: share("daily_payment_cap_percent"),
		limitation: whole("limitation_months"), limitationAtMost: whole("fine_limitation_extended_months"),
	}
})

// provision writes 74(1) as art74.1, as reports name it.
func provision(article string) string {
	return "art" + strings.TrimSuffix(strings.ReplaceAll(strings.ReplaceAll(article, "(", "."), ")", ""), ".")
}

// by is the provision for whoever imposes the fine. A designated service faces
// the Commission, others the law of a Member State under Art. 52; where the
// designation is not known, either.
func (l limit) by(designated string) string {
	switch designated {
	case "vlop", "vlose":
		return l.union
	case "none":
		return l.national
	}
	return l.national + "_or_" + l.union
}

// of is the limit for a percentage that the law names.
func (l legal) of(percent int64) limit {
	if percent == l.information.percent {
		return l.information
	}
	return l.fine
}
