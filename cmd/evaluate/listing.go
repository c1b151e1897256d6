package main

import (
	"slices"

	"github.com/spf13/cobra"

	"github.com/dsaeval/dsaeval/engine/render"
)

// listing holds the flags that say how much of what is open text lists.
type listing struct {
	all    bool
	by     string
	colour string
}

func (l *listing) addFlags(cmd *cobra.Command) {
	cmd.Flags().BoolVar(&l.all, "all", false, "in text, list everything that is open and not the next questions alone")
	cmd.Flags().StringVar(&l.by, "by", "", "the `ORDER` of --all: by obligation (the default) or fact; implies --all")
	cmd.Flags().StringVar(&l.colour, "color", colourAuto, "`WHEN` text on standard output has colours: auto (on a terminal, unless NO_COLOR is set), always or never")
	complete(cmd, "color", colourAuto, colourAlways, colourNever)
	complete(cmd, "by", string(render.ByObligation), string(render.ByFact))
}

// options returns the flags as what they ask of the writer.
func (l *listing) options() ([]render.Option, error) {
	if err := oneOf("color", "choice", l.colour, colourAuto, colourAlways, colourNever); err != nil {
		return nil, err
	}
	switch order := render.Order(l.by); {
	case l.by == "" && !l.all:
		return nil, nil
	case l.by == "":
		return []render.Option{render.All(render.ByObligation)}, nil
	case slices.Contains(render.Orders(), order):
		return []render.Option{render.All(order)}, nil
	}
	return nil, oneOf("by", "order", l.by, string(render.ByObligation), string(render.ByFact))
}
