package main

import (
	"fmt"
	"path/filepath"
	"slices"
	"strings"
	"sync"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"github.com/dsaeval/dsaeval/engine/facts"
	"github.com/dsaeval/dsaeval/engine/report"
	"github.com/dsaeval/dsaeval/internal/document"
	"github.com/dsaeval/dsaeval/internal/writing"
	"github.com/dsaeval/dsaeval/schemas"
)

// configName is the file that is looked for beside the facts and upwards.
const configName = "evaluate.yaml"

// configuration holds the flags that say where further flags stand. A flag on
// the command line wins over the file, the file over the default; nothing is
// read from the environment.
type configuration struct {
	file string
	none bool
	// used is the file that was read, named or found, with its digest; nil if none was.
	used *report.File
	// told is set once it has been said that a file was found.
	told bool
	// origin is where the value of a flag stands in the file.
	origin map[string]facts.Position
}

// serving says what of the configuration a command takes: the keys that are flags of
// it, unless they mean something else there.
type serving struct {
	// beside returns the arguments that the file is looked for beside; all of them if
	// it is nil.
	beside func(args []string) []string
	// facts of the file stand for arguments where there are none.
	facts bool
	// except are flags of the command that are called like a key and are not it.
	except []string
}

// besideNothing has the file looked for from the working directory on.
func besideNothing([]string) []string { return nil }

// exceptOwn are the keys that only the judging of facts takes: another command has
// formats, and reasons to fail, of its own.
var exceptOwn = []string{"output", "fail-on"}

// serve has a command read the configuration before it runs, so that it takes the same
// facts, by the same policies, as every other.
func (c *configuration) serve(cmd *cobra.Command, how serving) {
	flags := cmd.Flags()
	flags.StringVar(&c.file, "config", "", "configuration `FILE`; without it, "+configName+" beside the facts or in a directory above")
	flags.BoolVar(&c.none, "no-config", false, "read no configuration")
	exclusive(cmd, "config", "no-config")
	run, want := cmd.RunE, cmd.Args
	if how.facts {
		cmd.Args = cobra.ArbitraryArgs // counted when those of the file are there
	}
	cmd.RunE = func(cmd *cobra.Command, args []string) error {
		args, err := c.apply(cmd, how, args)
		if err != nil {
			return err
		}
		if how.facts {
			if err := want(cmd, args); err != nil {
				return err
			}
		}
		if len(c.origin) > 0 { // it may have named further outputs and inputs
			if err := keepApart(cmd, args); err != nil {
				return c.explain(err)
			}
		}
		return c.explain(run(cmd, args))
	}
}

var configSchema = sync.OnceValues(func() (*facts.Schema, error) {
	bundle, err := schemas.Other("config")
	if err != nil {
		return nil, err
	}
	return facts.NewSchema(bundle)
})

// apply sets the flags that the command line did not, and returns the facts:
// the arguments or, if there are none, those of the file.
func (c *configuration) apply(cmd *cobra.Command, how serving, args []string) ([]string, error) {
	if c.none {
		return args, nil
	}
	file := c.file
	if file == "" {
		beside := args
		if how.beside != nil {
			beside = how.beside(args)
		}
		found, err := findConfig(beside)
		if err != nil || found == "" {
			return args, err
		}
		file = found
		if err := within(filepath.Dir(file), filepath.Base(file)); err != nil {
			return nil, document.Hinted(fmt.Errorf("%s: it leads outside its directory", filepath.ToSlash(file)), "--config FILE, or --no-config")
		}
	}
	content, err := readNamed(file)
	if err != nil {
		return nil, fmt.Errorf("--config: %w", err)
	}
	c.used = &report.File{File: filepath.ToSlash(file), SHA256: document.Digest(content)}
	schema, err := configSchema()
	if err != nil {
		return nil, err
	}
	root, err := schema.Document(c.used.File, content)
	if err != nil {
		return nil, err
	}
	return c.set(cmd, how, filepath.Dir(file), root, args)
}

// tell says what a file decides that nobody asked for: a pull request may have brought it.
func (c *configuration) tell(cmd *cobra.Command, key string, values []string) {
	if c.file != "" {
		return
	}
	if !c.told {
		fmt.Fprintf(cmd.ErrOrStderr(), "configuration: %s\n", writing.Harmless(c.used.File))
		c.told = true
	}
	fmt.Fprintf(cmd.ErrOrStderr(), "configuration sets %s: %s\n", key, writing.Harmless(strings.Join(values, ", ")))
}

func (c *configuration) set(cmd *cobra.Command, how serving, dir string, root *facts.Node, args []string) ([]string, error) {
	flags := cmd.Flags()
	c.origin = map[string]facts.Position{}
	for _, member := range root.Members {
		isFacts := member.Key == "facts"
		flag := flags.Lookup(member.Key)
		switch {
		case member.Value.Kind == facts.Null,
			isFacts && (!how.facts || len(args) > 0),
			!isFacts && (flag == nil || flag.Changed || slices.Contains(how.except, member.Key)):
			continue
		}
		values, err := c.valuesOf(dir, member)
		if err != nil {
			return nil, err
		}
		c.origin[member.Key] = member.Value.Position
		c.tell(cmd, member.Key, values)
		if isFacts {
			args = values
			continue
		}
		if list, ok := flag.Value.(pflag.SliceValue); ok {
			err = list.Replace(values)
		} else {
			err = flag.Value.Set(values[0])
		}
		if err != nil {
			return nil, facts.Problems{{Position: member.Value.Position, Message: fmt.Sprintf("%s: %v", member.Key, err)}}
		}
	}
	return args, nil
}

// explain puts the place in the configuration before an error about a flag that was set
// there.
func (c *configuration) explain(err error) error {
	if err == nil {
		return nil
	}
	for flag, at := range c.origin {
		if strings.HasPrefix(err.Error(), "--"+flag+":") {
			return fmt.Errorf("%s: %w", at, err)
		}
	}
	return err
}
