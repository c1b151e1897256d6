package main

import (
	"fmt"
	"io"
	"strings"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"github.com/dsaeval/dsaeval/engine/facts"
	"github.com/dsaeval/dsaeval/internal/columns"
)

// shownConfig is what the config command prints as JSON.
type shownConfig struct {
	// File is the configuration that was read; null if none was.
	File   *string       `json:"file"`
	Values []configValue `json:"values"`
}

// configValue is what a key comes to.
type configValue struct {
	Name string `json:"name"`
	// Value is a text, a number, true or false, or a list; null where nothing is set.
	Value any `json:"value"`
	// From is where it comes from.
	From valueOrigin `json:"from"`
	// File, Line and Column are where it stands in a configuration; absent otherwise.
	File   string `json:"file,omitempty"`
	Line   int    `json:"line,omitempty"`
	Column int    `json:"column,omitempty"`

	text string
}

// valueOrigin says where a value comes from.
type valueOrigin string

const (
	fromFlag    valueOrigin = "flag"
	fromFile    valueOrigin = "file"
	fromDefault valueOrigin = "default"
)

// showing holds the flags of the config command.
type showing struct {
	evaluation
	file    string
	none    bool
	outputs []string
}

func newConfig() *cobra.Command {
	var s showing
	cmd := &cobra.Command{
		Use:   "config [FACTS...]",
		Short: "Say which configuration is in effect, and where each value comes from",
		Long: `config prints what evaluate would do with these facts and flags: each value that
can stand in evaluate.yaml, and whether it comes from a flag, from a line of the
file or is the default. It takes the flags of evaluate, but for --output, which is
how this list is written. Nothing is judged.

Other commands take the same values where they have a flag of that name; output
and fail-on are for judging alone.`,
		Example: `  evaluate config
  evaluate config services/one/facts.yaml --only 16
  evaluate config -o json`,
		Args: asInUse,
		RunE: s.run,
	}
	s.addFlags(cmd)
	flags := cmd.Flags()
	flags.StringVar(&s.file, "config", "", "configuration `FILE`; without it, "+configName+" beside the facts or in a directory above")
	flags.BoolVar(&s.none, "no-config", false, "read no configuration")
	exclusive(cmd, "config", "no-config")
	outputFlag(cmd, &s.outputs, "text", "json")
	return cmd
}

func (s *showing) run(cmd *cobra.Command, args []string) error {
	outputs, err := outputsOf(s.outputs, textOrJSON)
	if err != nil {
		return err
	}
	// A fresh command takes the flags and the file as evaluate does.
	judge := newRoot()
	judge.SetErr(io.Discard) // what the file decides is what is printed here
	if err := copyFlags(judge.Flags(), cmd.Flags()); err != nil {
		return err
	}
	c := configuration{file: s.file, none: s.none}
	given := len(args) > 0
	args, err = c.apply(judge, serving{facts: true}, args)
	if err != nil {
		return err
	}
	shown := c.values(judge.Flags(), args, given)
	return writeList(outputs, cmd.OutOrStdout(), shown, shown.text)
}

// copyFlags sets the flags that were given to one command in another, but for those
// that are its own.
func copyFlags(to, from *pflag.FlagSet) (err error) {
	from.Visit(func(f *pflag.Flag) {
		other := to.Lookup(f.Name)
		if other == nil || err != nil || f.Name == "output" {
			return
		}
		if list, ok := f.Value.(pflag.SliceValue); ok {
			err = other.Value.(pflag.SliceValue).Replace(list.GetSlice())
		} else {
			err = other.Value.Set(f.Value.String())
		}
		other.Changed = true
	})
	return err
}

// values are those of all keys, facts first and then by name.
func (c *configuration) values(flags *pflag.FlagSet, args []string, given bool) shownConfig {
	var shown shownConfig
	if c.used != nil {
		shown.File = &c.used.File
	}
	add := func(name string, value any, text string, changed bool) {
		v := configValue{Name: name, Value: value, From: fromDefault, text: text}
		if at, ok := c.origin[name]; ok {
			v.From, v.File, v.Line, v.Column = fromFile, at.File, at.Line, at.Column
		} else if changed {
			v.From = fromFlag
		}
		shown.Values = append(shown.Values, v)
	}
	add("facts", orNull(args), strings.Join(args, ", "), given)
	flags.VisitAll(func(f *pflag.Flag) {
		if notConfigurable(f.Name) {
			return
		}
		value, text := valueOf(f)
		add(f.Name, value, text, f.Changed)
	})
	return shown
}

// notConfigurable are the flags that are about the configuration itself, or about the
// program and no run of it; a key that signs is named by whoever runs it, and not by a file
// that others can change.
func notConfigurable(flag string) bool {
	switch flag {
	case "config", "no-config", "help", "version", "sign":
		return true
	}
	return false
}

func orNull(list []string) any {
	if len(list) == 0 {
		return nil
	}
	return list
}

// valueOf is the value of a flag as JSON and as text; nil and "" where nothing is set.
func valueOf(f *pflag.Flag) (any, string) {
	if list, ok := f.Value.(pflag.SliceValue); ok {
		return orNull(list.GetSlice()), strings.Join(list.GetSlice(), ", ")
	}
	text := f.Value.String()
	switch {
	case f.Value.Type() == "bool":
		return text == "true", text
	case text == "" || f.Value.Type() == "int" && text == "0":
		return nil, "" // decided by what is judged, and on what
	case f.Value.Type() == "int":
		n := 0
		// The flag has read it as a number.
		_, _ = fmt.Sscan(text, &n)
		return n, text
	}
	return text, text
}

func (s shownConfig) text(w io.Writer) error {
	file := "none"
	if s.File != nil {
		file = *s.File
	}
	fmt.Fprintf(w, "configuration: %s\n\n", file)
	table := columns.New("")
	for _, v := range s.Values {
		from := string(v.From)
		switch {
		case v.From == fromFile:
			from = facts.Position{File: v.File, Line: v.Line, Column: v.Column}.String()
		case v.From == fromFlag && v.Name == "facts":
			from = "arguments"
		case v.From == fromFlag:
			from = "--" + v.Name
		}
		text := v.text
		if text == "" {
			text = "-"
		}
		table.Row(v.Name, text, from)
	}
	return table.Write(w, widthOf(w))
}
