package policy

import (
	"cmp"
	"fmt"
	"path"
	"slices"
	"strings"

	"github.com/dsaeval/dsaeval/engine/report"
	"github.com/dsaeval/dsaeval/internal/document"
	"github.com/dsaeval/dsaeval/internal/lazy"
	"github.com/dsaeval/dsaeval/internal/rules"
)

// reserved are the first words of packages that belong to the built-in policies
// and their data. A file of a user there could take an obligation away or grant
// an exemption that the law does not know, and no report would show it.
var reserved = []string{"dsa", "law", "parameters", "partial", "readings", "system"}

// Reserved are the first words of packages that belong to the built-in policies.
func Reserved() []string { return slices.Clone(reserved) }

// reservedNames reports files of later sources that reach into packages of earlier
// ones or go by the name of one of their files.
func reservedNames(files []sourceFile, modules map[string]*rules.Module) Defects {
	var defects Defects
	owners := map[string]int{} // package → source
	names := map[string]bool{}
	for _, file := range files {
		if names[file.name] {
			defects = append(defects, defectIn(file.name, "two directories of policies have a file of this name; rename one of the directories"))
			continue
		}
		names[file.name] = true
		module := modules[file.name]
		if module == nil {
			continue
		}
		first := module.Package[0]
		owner, known := owners[module.Path]
		switch {
		case file.source > 0 && slices.Contains(reserved, first):
			defects = append(defects, defectAt(module.At, "package %v belongs to the built-in policies; choose a name of your own", module.Path))
		case known && owner != file.source:
			defects = append(defects, defectAt(module.At, "package %v is already defined in another directory of policies", module.Path))
		default:
			owners[module.Path] = file.source
		}
	}
	return defects
}

// lawsOwn is how provisions of the Regulation are cited: by a number, or the word
// for one, or a number with a paragraph wherever it stands.
var lawsOwn = lazy.NewRegexp(`(?i)^\P{L}|^(arts?|articles?|recitals?|rec|annex|dsa|regulation)\b|\pN\s*\(`)

// house reports what a rule of a house claims that only the Regulation has: its
// ids, its provisions and its fines. A report would pass the rule off as law.
func (o *Obligation) house(at document.Position) Defects {
	var defects Defects
	complain := func(name, hint, format string, args ...any) {
		defect := defectAt(o.metadata.at(at, "custom."+name), "metadata: custom."+name+" "+format, args...)
		defect.Hint = hint
		defects = append(defects, defect)
	}
	if first, _, _ := strings.Cut(o.ID, "."); slices.Contains(reserved, first) {
		complain("id", "begin it with the name of your house, such as house"+strings.TrimPrefix(o.ID, first),
			"is %q; ids that begin with %s. are those of the Regulation", o.ID, first)
	}
	if lawsOwn.MatchString(o.Article) {
		complain("article", "name the rule as your house does, such as House 1, and say about: \""+strings.ReplaceAll(o.Article, `"`, "")+"\"",
			"is %q, which cites the Regulation; this is a rule of a house", o.Article)
	}
	if len(o.Penalty) > 0 && !slices.Equal(o.Penalty, []report.Penalty{report.NoPenalty}) {
		complain("penalty", "write penalty: [none]", "is %v; the Regulation caps no fine for the rule of a house", o.Penalty)
	}
	if len(o.PartOf) > 0 {
		complain("part_of", "leave it out", "is %v; a rule of a house is fined with nothing of the Regulation", o.PartOf)
	}
	return defects
}

// claims reports parameters, readings and figures that pass for those of the
// Regulation.
func (s parameterSet) claims(files []sourceFile) Defects {
	added := map[string]bool{}
	for _, file := range files {
		added[file.name] = file.source > 0
	}
	var defects Defects
	for _, name := range sortedKeys(s.law) {
		if figure := s.law[name]; added[figure.at.File] {
			defects = append(defects, Defect{
				Position: figure.at, Message: name + " is given as a figure of the law; only the Regulation has those",
				Hint: "make it a parameter, in parameters/*.yaml",
			})
		}
	}
	cites := func(at Defect, article string) {
		if added[at.Position.File] && lawsOwn.MatchString(article) {
			at.Message += fmt.Sprintf(": article is %q, which cites the Regulation; this is of a house", article)
			at.Hint = "name the rule that it stands for, such as House 1"
			defects = append(defects, at)
		}
	}
	for _, name := range sortedKeys(s.parameters) {
		cites(Defect{Position: s.parameters[name].at, Message: name}, s.parameters[name].Article)
	}
	for _, name := range sortedKeys(s.readings) {
		cites(Defect{Position: s.readings[name].at, Message: name}, s.readings[name].Article)
	}
	return defects
}

// origins says of each source whose rules it holds.
func origins(sources []Source, files []sourceFile) []report.Origin {
	list := make([]report.Origin, len(sources))
	for i, source := range sources {
		var own []sourceFile
		for _, file := range files {
			if file.source == i {
				own = append(own, file)
			}
		}
		list[i] = report.Origin{House: i > 0, Name: cmp.Or(source.Name, "a directory without a name"), SHA256: digest(own)}
		if i == 0 {
			list[i].Name = report.Regulation
		}
	}
	return list
}

func holdsRego(files []sourceFile) bool {
	return slices.ContainsFunc(files, func(f sourceFile) bool { return path.Ext(f.path) == ".rego" })
}
