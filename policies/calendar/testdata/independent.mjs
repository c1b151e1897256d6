// Prints the public holidays that the npm package date-holidays knows, as JSON: {"IE 2025": ["2025-01-01", …], …}.
//   npm install date-holidays && node independent.mjs > independent.json
import Holidays from 'date-holidays'

const states = 'AT BE BG CY CZ DE DK EE ES FI FR GR HR HU IE IT LT LU LV MT NL PL PT RO SE SI SK'.split(' ')
const days = {}
for (const state of states) {
  const calendar = new Holidays(state)
  for (let year = 2022; year <= 2027; year++) {
    days[`${state} ${year}`] = calendar.getHolidays(year).filter((d) => d.type === 'public').map((d) => d.date.slice(0, 10))
  }
}
console.log(JSON.stringify(days))
