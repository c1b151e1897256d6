package main

import (
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"github.com/dsaeval/dsaeval/engine/facts"
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
	// origin is where the value of a flag stands in the file.
	origin map[string]facts.Position
}

func (c *configuration) addFlags(cmd *cobra.Command) {
	flags := cmd.Flags()
	flags.StringVar(&c.file, "config", "", "configuration; without it, "+configName+" beside the facts or in a directory above")
	flags.BoolVar(&c.none, "no-config", false, "read no configuration")
	cmd.MarkFlagsMutuallyExclusive("config", "no-config")
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
func (c *configuration) apply(cmd *cobra.Command, args []string) ([]string, error) {
	if c.none {
		return args, nil
	}
	file := c.file
	if file == "" {
		found, err := findConfig(args)
		if err != nil || found == "" {
			return args, err
		}
		file = found
		if err := within(filepath.Dir(file), filepath.Base(file)); err != nil {
			return nil, fmt.Errorf("%s: it leads outside its directory\n  try: --config FILE, or --no-config", filepath.ToSlash(file))
		}
		// What was not asked for is told.
		fmt.Fprintf(cmd.ErrOrStderr(), "configuration: %s\n", filepath.ToSlash(file))
	}
	content, err := os.ReadFile(file)
	if err != nil {
		return nil, fmt.Errorf("--config: %w", err)
	}
	schema, err := configSchema()
	if err != nil {
		return nil, err
	}
	root, err := schema.Document(filepath.ToSlash(file), content)
	if err != nil {
		return nil, err
	}
	return c.set(cmd, filepath.Dir(file), root, args)
}

func (c *configuration) set(cmd *cobra.Command, dir string, root *facts.Node, args []string) ([]string, error) {
	flags := cmd.Flags()
	c.origin = map[string]facts.Position{}
	for _, member := range root.Members {
		if member.Value.Kind == facts.Null {
			continue
		}
		values, err := c.valuesOf(dir, member)
		if err != nil {
			return nil, err
		}
		if member.Key == "facts" {
			if len(args) == 0 {
				args = values
			}
			continue
		}
		flag := flags.Lookup(member.Key)
		if flag == nil {
			return nil, facts.Problems{{Position: member.KeyPosition, Message: member.Key + " is no flag of this command"}}
		}
		if flag.Changed {
			continue
		}
		c.origin[member.Key] = member.Value.Position
		if c.file == "" {
			// What it decides is told, as a pull request may have brought it.
			fmt.Fprintf(cmd.ErrOrStderr(), "configuration sets %s: %s\n", member.Key, writing.OneLine(strings.Join(values, ", ")))
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

// pathKeys hold paths, which start at the directory of the file.
var pathKeys = []string{"facts", "params", "policies", "waivers", "baseline"}

func (c *configuration) valuesOf(dir string, member facts.Member) ([]string, error) {
	elements := member.Value.Elements
	if member.Value.Kind != facts.Array {
		elements = []*facts.Node{member.Value}
	}
	var values []string
	for _, element := range elements {
		value := element.Text
		isPath := slices.Contains(pathKeys, member.Key) || member.Key == "fine-model" && strings.ContainsAny(value, "./\\")
		// Nobody asked for the file, so that it must not read what it likes.
		if isPath && c.file == "" && value != "-" {
			if err := within(dir, value); err != nil {
				return nil, facts.Problems{{Position: element.Position, Message: fmt.Sprintf("%s %s: %v", member.Key, value, err), Hint: "name it on the command line, or the configuration with --config"}}
			}
		}
		switch {
		case slices.Contains(pathKeys, member.Key):
			value = beside(dir, value)
		case member.Key == "fine-model" && strings.ContainsAny(value, "./\\"):
			value = beside(dir, value) // else the name of a model that is built in
		case element.Kind == facts.Bool:
			value = element.Show()
		case member.Key == "output":
			format, file, hasFile := strings.Cut(value, "=")
			// A file that a pull request brings must not write where it likes.
			if hasFile && !filepath.IsLocal(file) {
				return nil, facts.Problems{{
					Position: element.Position, Message: fmt.Sprintf("output %s: the file is not below the directory of the configuration", value),
					Hint: "name it with --output on the command line",
				}}
			}
			if hasFile && c.file == "" {
				if err := writable(dir, file); err != nil {
					return nil, facts.Problems{{Position: element.Position, Message: fmt.Sprintf("output %s: %v", value, err), Hint: "name it with --output on the command line"}}
				}
			}
			if hasFile {
				value = format + "=" + beside(dir, file)
			}
		}
		values = append(values, value)
	}
	return values, nil
}

func beside(dir, path string) string {
	if filepath.IsAbs(path) || path == "-" {
		return path
	}
	return filepath.Join(dir, path)
}

// explain puts the place in the configuration before an error that begins with
// a flag which was set there.
func (c *configuration) explain(err error) error {
	for flag, at := range c.origin {
		if err != nil && strings.HasPrefix(err.Error(), "--"+flag+":") {
			return fmt.Errorf("%s: %w", at, err)
		}
	}
	return err
}

// findConfig looks for the configuration of the facts: beside them and upwards,
// but not above the root of a repository. Facts that belong to different ones
// cannot be judged in one run.
func findConfig(args []string) (string, error) {
	if len(args) == 0 {
		args = []string{"."}
	}
	var found string
	for i, arg := range args {
		dir := arg
		if arg == "-" {
			dir = "."
		} else if info, err := os.Stat(arg); err == nil && !info.IsDir() {
			dir = filepath.Dir(arg)
		}
		file, err := upwards(dir)
		if err != nil {
			return "", err
		}
		if i > 0 && file != found {
			return "", fmt.Errorf("%s and %s have different configurations, %s and %s\n  try: --config FILE, --no-config, or a run for each",
				args[0], arg, orNone(found), orNone(file))
		}
		found = file
	}
	return found, nil
}

func orNone(file string) string {
	if file == "" {
		return "none"
	}
	return filepath.ToSlash(file)
}

func upwards(dir string) (string, error) {
	dir, err := filepath.Abs(dir)
	if err != nil {
		return "", err
	}
	for {
		file := filepath.Join(dir, configName)
		if info, err := os.Stat(file); err == nil && info.Mode().IsRegular() {
			return relative(file), nil
		}
		_, err := os.Lstat(filepath.Join(dir, ".git"))
		parent := filepath.Dir(dir)
		if err == nil || parent == dir {
			return "", nil
		}
		dir = parent
	}
}

// relative keeps names in reports as short as those of arguments.
func relative(file string) string {
	wd, err := os.Getwd()
	if err != nil {
		return file
	}
	if name, err := filepath.Rel(wd, file); err == nil {
		return name
	}
	return file
}
