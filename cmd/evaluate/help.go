package main

import (
	"slices"
	"strings"
	"sync"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"
)

// chapters are the commands by what they are for, in the order in which people need them.
var chapters = []struct {
	id, title string
	commands  []string
}{
	{"begin", "Begin, and give facts:", []string{"init", "ask", "facts", "serve"}},
	{"read", "Read verdicts:", []string{"explain", "fine", "calendar", "diff", "render", "verify"}},
	{"rules", "Look at the rules, and write your own:", []string{"obligations", "parameters", "fine-model", "new", "test"}},
	{"records", "Work with files and public records:", []string{"validate", "schema", "import", "lint"}},
}

// helpWidth is how many columns the help takes.
const helpWidth = 100

// fitting teaches the templates, which all commands of a process share, to break lines.
var fitting = sync.OnceFunc(func() {
	cobra.AddTemplateFunc("fitting", func(flags *pflag.FlagSet) string { return flags.FlagUsagesWrapped(helpWidth) })
})

// arrange sorts the commands into chapters and sets flags so that lines fit.
func arrange(root *cobra.Command) {
	for _, chapter := range chapters {
		root.AddGroup(&cobra.Group{ID: chapter.id, Title: chapter.title})
		for _, cmd := range root.Commands() {
			if slices.Contains(chapter.commands, cmd.Name()) {
				cmd.GroupID = chapter.id
			}
		}
	}
	fitting()
	root.SetUsageTemplate(strings.NewReplacer(
		".FlagUsages | ", " | fitting | ",
		"{{if .Runnable}}", `{{if and .Runnable (not (index .Annotations "`+groupOnly+`"))}}`,
		"Additional Commands:", "Further:",
	).Replace(root.UsageTemplate()))
}

// groupOnly marks a command that only has others below it.
const groupOnly = "group"

// newHelp is help about a command. That of cobra calls an unknown one no mistake.
func newHelp() *cobra.Command {
	return &cobra.Command{
		Use:   "help [COMMAND]...",
		Short: "Help about a command",
		Args:  asInUse,
		ValidArgsFunction: func(cmd *cobra.Command, args []string, _ string) ([]string, cobra.ShellCompDirective) {
			about, _, err := cmd.Root().Find(args)
			if err != nil {
				return nil, cobra.ShellCompDirectiveNoFileComp
			}
			return commandNames(about), cobra.ShellCompDirectiveNoFileComp
		},
		RunE: func(cmd *cobra.Command, args []string) error {
			about := cmd.Root()
			for _, name := range args {
				i := slices.IndexFunc(about.Commands(), func(c *cobra.Command) bool { return c.Name() == name })
				if i < 0 {
					return noCommand(about, name)
				}
				about = about.Commands()[i]
			}
			about.InitDefaultHelpFlag()
			return about.Help()
		},
	}
}
