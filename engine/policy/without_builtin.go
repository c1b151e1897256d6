package policy

import (
	"slices"

	"github.com/dsaeval/dsaeval/internal/rules"
)

// withoutBuiltin takes the obligations of the first source out of what was read,
// and leaves what others stand on: the rules about scope and periods, the
// figures of the law, the parameters and the readings.
func withoutBuiltin(files []sourceFile, modules map[string]*rules.Module, parsed rules.Parsed) []sourceFile {
	return slices.DeleteFunc(files, func(f sourceFile) bool {
		module := modules[f.name]
		if f.source > 0 || module == nil || !isObligation(module) {
			return false
		}
		delete(modules, f.name)
		parsed.Drop(f.name)
		return true
	})
}

func isObligation(module *rules.Module) bool {
	return slices.ContainsFunc(module.Annotations, func(a rules.Annotation) bool {
		return a.Scope == "package" && len(a.Custom) > 0
	})
}

// dropUnread takes away the parameters and readings of the first source that no
// obligation is left to read.
func (s *Set) dropUnread(files []sourceFile) {
	first := map[string]bool{}
	for _, f := range files {
		first[f.name] = f.source == 0
	}
	parameters, readings := map[string]bool{}, map[string]bool{}
	for _, o := range s.obligations {
		mark(parameters, o.Parameters)
		mark(readings, o.Readings)
		for _, doubt := range o.SpeaksAgainst {
			mark(parameters, doubt.Parameters)
			mark(readings, doubt.Readings)
		}
	}
	for name, p := range s.parameters.parameters {
		if first[p.at.File] && !parameters[name] {
			delete(s.parameters.parameters, name)
		}
	}
	for name, r := range s.parameters.readings {
		if first[r.at.File] && !readings[name] {
			delete(s.parameters.readings, name)
		}
	}
}

func mark(used map[string]bool, names []string) {
	for _, name := range names {
		used[name] = true
	}
}
