package main

import (
	"errors"
	"fmt"
	"os"
	"slices"
	"strings"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"github.com/dsaeval/dsaeval/internal/document"
)

// asInUse counts arguments by the line of usage: NAME is needed, [NAME] is not, and of
// NAME... there may be several.
func asInUse(cmd *cobra.Command, args []string) error {
	_, spec, _ := strings.Cut(cmd.Use, " ")
	var names []string
	needed, many := 0, false
	for _, name := range strings.Fields(spec) {
		optional := strings.HasPrefix(name, "[")
		many = many || strings.Contains(name, "...")
		name = strings.TrimSuffix(strings.Trim(name, "[]"), "...")
		if names = append(names, name); !optional {
			needed = len(names)
		}
	}
	switch {
	case len(args) < needed:
		name := names[len(args)]
		if name == "FACTS" {
			return document.Hinted(errors.New("no facts given"), fmt.Sprintf("%s, or %s --help", usageOf(cmd), cmd.CommandPath()))
		}
		return document.Hinted(fmt.Errorf("%s is missing", name), fmt.Sprintf("%s, or %s --help", usageOf(cmd), cmd.CommandPath()))
	case len(args) > len(names) && !many:
		return document.Hinted(fmt.Errorf("%s takes no argument %q", cmd.CommandPath(), args[len(names)]), fmt.Sprintf("%s, or %s --help", usageOf(cmd), cmd.CommandPath()))
	}
	return nil
}

// usageOf is the line of usage without a word about flags.
func usageOf(cmd *cobra.Command) string {
	return strings.TrimSuffix(cmd.UseLine(), " [flags]")
}

// wrongFlag says in words of ours what is wrong with a flag, with the nearest that there is.
func wrongFlag(cmd *cobra.Command, err error) error {
	var unknown *pflag.NotExistError
	var without *pflag.ValueRequiredError
	var invalid *pflag.InvalidValueError
	switch {
	case errors.As(err, &unknown):
		return noFlag(cmd, unknown.GetSpecifiedName(), unknown.GetSpecifiedShortnames() != "")
	case errors.As(err, &without):
		return document.Hinted(fmt.Errorf("--%s needs a value", without.GetFlag().Name), cmd.CommandPath()+" --help")
	case errors.As(err, &invalid):
		flag := invalid.GetFlag()
		expected := map[string]string{"int": "a whole number", "bool": "true or false, or nothing"}[flag.Value.Type()]
		if expected != "" {
			return fmt.Errorf("--%s: %q is not %s", flag.Name, invalid.GetValue(), expected)
		}
	}
	return err
}

func noFlag(cmd *cobra.Command, name string, short bool) error {
	var names []string
	cmd.Flags().VisitAll(func(f *pflag.Flag) { names = append(names, f.Name) })
	shown := "--" + name
	if short {
		shown = "-" + name
	}
	format := slices.Contains([]string{"json", "format", "csv", "yaml"}, name) && slices.Contains(names, "output")
	near := document.Nearest(name, names)
	switch {
	case format:
		return document.Hinted(fmt.Errorf("%s has no flag %s", cmd.CommandPath(), shown), "-o FORMAT, or -o FORMAT=FILE")
	case near != "" && !short:
		return fmt.Errorf("%s has no flag %s; did you mean --%s?", cmd.CommandPath(), shown, near)
	}
	return document.Hinted(fmt.Errorf("%s has no flag %s", cmd.CommandPath(), shown), cmd.CommandPath()+" --help")
}

// exclusive notes two flags of which only one can be given.
func exclusive(cmd *cobra.Command, one, other string) {
	if cmd.Annotations == nil {
		cmd.Annotations = map[string]string{}
	}
	cmd.Annotations[exclusiveFlags] = one + " " + other
}

const exclusiveFlags = "exclusive"

// notBoth refuses flags that exclude each other.
func notBoth(cmd *cobra.Command) error {
	one, other, _ := strings.Cut(cmd.Annotations[exclusiveFlags], " ")
	if one != "" && cmd.Flags().Changed(one) && cmd.Flags().Changed(other) {
		return document.Hinted(fmt.Errorf("--%s and --%s exclude each other", one, other), "one of them")
	}
	return nil
}

// group is a command that only has others below it.
func group(cmd *cobra.Command, below ...*cobra.Command) *cobra.Command {
	cmd.AddCommand(below...)
	cmd.Use, cmd.DisableFlagsInUseLine = cmd.Use+" COMMAND", true
	cmd.Args = cobra.ArbitraryArgs
	cmd.Annotations = map[string]string{groupOnly: "true"}
	cmd.RunE = func(cmd *cobra.Command, args []string) error {
		if len(args) > 0 {
			return noCommand(cmd, args[0])
		}
		var lines []string
		for _, each := range cmd.Commands() {
			lines = append(lines, usageOf(each))
		}
		return document.Hinted(fmt.Errorf("%s does nothing by itself", cmd.CommandPath()), strings.Join(lines, ", or "))
	}
	return cmd
}

// noCommand says that a command has none of that name below it.
func noCommand(cmd *cobra.Command, name string) error {
	return fmt.Errorf("%s: %w", cmd.CommandPath(), notOneOf("command", name, commandNames(cmd)...))
}

// commandNames are the commands below one that people can call.
func commandNames(cmd *cobra.Command) []string {
	var names []string
	for _, each := range cmd.Commands() {
		if each.IsAvailableCommand() {
			names = append(names, each.Name())
		}
	}
	return names
}

// misspelt says that the first argument is no file of facts and rather a command: a word
// without a dot or a slash that names nothing.
func misspelt(root *cobra.Command, args []string) error {
	if len(args) == 0 || strings.ContainsAny(args[0], `./\`) || args[0] == "-" {
		return nil
	}
	if _, err := os.Stat(args[0]); err == nil {
		return nil
	}
	if near := document.Nearest(args[0], commandNames(root)); near != "" {
		return fmt.Errorf("there is no file and no command %q; did you mean evaluate %s?", args[0], near)
	}
	return document.Hinted(fmt.Errorf("there is no file and no command %q", args[0]), "evaluate --help")
}
