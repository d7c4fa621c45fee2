import type { ConfidenceBand, GradeVerdict } from 'retention-okr/okr'
import type { Language } from '../cafe-roble/objectives.js'

/** What the replay says itself; the names of statuses, columns and verdicts of chance come from the library. */
export interface Sentences {
  title: (objective: string) => string
  quarter: (first: string, last: string, owner: string) => string
  howToRead: (onTrack: string, atRisk: string) => string[]
  review: (place: number, count: number, day: string) => string
  objective: (status: string, progress: string, expected: string) => string
  forecastHeading: (day: string) => string
  forecast: (mean: string, level: string, lower: string, upper: string, chance: string) => string
  tooEarly: (readings: number) => string
  chance: (probability: string, band: ConfidenceBand) => string
  under: (share: string) => string
  over: (share: string) => string
  nothingChanged: string
  confidence: (change: string) => string
  points: (count: string) => string
  corrected: (day: string, seen: string, known: string, before: string, after: string) => string
  goalposts: string
  eased: (from: string, to: string, day: string, reason: string) => string
  original: (target: string, progress: string, status: string) => string
  originalChance: (probability: string) => string
  worthAWord: string
  lint: { readonly [code: string]: string }
  closed: (blocker: string, day: string) => string
  close: string
  promise: string
  grade: string
  promised: { readonly [kind: string]: string }
  verdicts: { readonly [verdict in GradeVerdict]: string }
  byOriginal: (score: string, verdict: string) => string
  because: (reason: string) => string
  promises: (met: number, count: number) => string
  aspirations: (mean: string, count: number) => string
}

/** The sentences of the replay by language. */
export const sentences: Record<Language, Sentences> = {
  en: {
    title: (objective) => `A quarter, review by review: ${objective}`,
    quarter: (first, last, owner) => `${first} to ${last} · a check-in a week, a review a fortnight · owner ${owner}`,
    howToRead: (onTrack, atRisk) => [
      'Progress: 0 % at the baseline, 100 % at the target. In the bar, # is what was reached and | what was expected by',
      `that day. Up to ${onTrack} points behind is on track, up to ${atRisk} at risk, beyond that off track. Rows stand in the`,
      'order of the agenda, worst first. Each review shows what was known on its day; later corrections do not reach back.',
    ],
    review: (place, count, day) => `Review ${place} of ${count} · ${day}`,
    objective: (status, progress, expected) =>
      `The objective is ${progress} of the way; ${expected} was expected. Its worst key result sets its status: ${status}.`,
    forecastHeading: (day) => `Forecast for ${day}, if things go on like this`,
    forecast: (mean, level, lower, upper, chance) => `${mean} (${level} interval ${lower} to ${upper}); ${chance}`,
    tooEarly: (readings) => `too early to say, with ${readings} of the 5 readings that it takes`,
    chance: (probability, band) =>
      `${{ low: 'target unlikely', medium: 'target possible', high: 'target likely' }[band]} (${probability})`,
    under: (share) => `under ${share}`,
    over: (share) => `over ${share}`,
    nothingChanged: 'Nothing to compare with yet: this is the first review.',
    confidence: (change) => `confidence ${change}`,
    points: (count) => `${count} points`,
    corrected: (day, seen, known, before, after) =>
      `the reading of ${day} was corrected from ${seen} to ${known}: progress was ${after}, not the ${before} that the review saw`,
    goalposts: 'Goalposts moved (*)',
    eased: (from, to, day, reason) => `target eased from ${from} to ${to} on ${day}: ${reason}`,
    original: (target, progress, status) => `against the original ${target}: ${progress} of the way, ${status}`,
    originalChance: (probability) => `, chance ${probability}`,
    worthAWord: 'Worth a word (found for the first time)',
    lint: {
      'history.goalposts_eased': 'the target was made easier while the work was under way',
      'history.confidence_contradicted': 'people are confident, the forecast is not',
      'key_result.committed_low_confidence': 'it is a promise, yet few believe in it',
      'objective.not_sufficient': 'nobody has confirmed that these key results are enough for the objective',
    },
    closed: (blocker, day) => `${blocker} (solved on ${day})`,
    close: 'The quarter is over',
    promise: 'Kind',
    grade: 'Grade',
    promised: { committed: 'promise', aspirational: 'aspiration' },
    verdicts: {
      deferred: 'not known yet',
      met: 'promise kept',
      missed: 'promise not kept',
      little: 'little progress',
      partial: 'half way',
      delivered: 'delivered',
      achieved: 'fully achieved',
      not_measured: 'not measured',
      validated: 'assumption confirmed',
      invalidated: 'assumption refuted',
      partly: 'assumption partly confirmed',
      insufficient: 'nothing learned yet',
    },
    byOriginal: (score, verdict) => `by the original target it would be ${score}, ${verdict}`,
    because: (reason) => `why: ${reason}`,
    promises: (met, count) => `Promises kept: ${met} of ${count}.`,
    aspirations: (mean, count) => `Mean grade of the ${count} aspirations: ${mean}.`,
  },
  es: {
    title: (objective) => `Un trimestre, revisión a revisión: ${objective}`,
    quarter: (first, last, owner) =>
      `Del ${first} al ${last} · un registro a la semana, una revisión cada quince días · responsable: ${owner}`,
    howToRead: (onTrack, atRisk) => [
      'Avance: 0 % en la línea base, 100 % en la meta. En la barra, # es lo alcanzado y | lo que se esperaba ese día.',
      `Hasta ${onTrack} puntos por detrás va en buen camino, hasta ${atRisk} está en riesgo y más allá, fuera de rumbo. Las filas`,
      'siguen el orden de la agenda, primero lo peor. Cada revisión muestra lo que se sabía ese día.',
    ],
    review: (place, count, day) => `Revisión ${place} de ${count} · ${day}`,
    objective: (status, progress, expected) =>
      `El objetivo lleva recorrido el ${progress}; se esperaba el ${expected}. Manda su peor resultado clave: ${status}.`,
    forecastHeading: (day) => `Previsión para el ${day} si todo sigue igual`,
    forecast: (mean, level, lower, upper, chance) => `${mean} (intervalo del ${level}: ${lower} a ${upper}); ${chance}`,
    tooEarly: (readings) => `aún es pronto, con ${readings} de las 5 lecturas que hacen falta`,
    chance: (probability, band) =>
      `${{ low: 'meta improbable', medium: 'meta posible', high: 'meta probable' }[band]} (${probability})`,
    under: (share) => `menos del ${share}`,
    over: (share) => `más del ${share}`,
    nothingChanged: 'Todavía no hay con qué comparar: es la primera revisión.',
    confidence: (change) => `confianza ${change}`,
    points: (count) => `${count} puntos`,
    corrected: (day, seen, known, before, after) =>
      `la lectura del ${day} se corrigió de ${seen} a ${known}: el avance era del ${after}, no del ${before} que vio la revisión`,
    goalposts: 'Metas rebajadas (*)',
    eased: (from, to, day, reason) => `meta rebajada de ${from} a ${to} el ${day}: ${reason}`,
    original: (target, progress, status) =>
      `frente a la meta original del ${target}: avance del ${progress}, ${status}`,
    originalChance: (probability) => `, probabilidad: ${probability}`,
    worthAWord: 'Conviene hablarlo (visto por primera vez)',
    lint: {
      'history.goalposts_eased': 'la meta se hizo más fácil con el trabajo ya en marcha',
      'history.confidence_contradicted': 'la gente confía, la previsión no',
      'key_result.committed_low_confidence': 'es una promesa, pero pocos creen en ella',
      'objective.not_sufficient': 'nadie ha confirmado que estos resultados clave basten para el objetivo',
    },
    closed: (blocker, day) => `${blocker} (resuelto el ${day})`,
    close: 'Fin del trimestre',
    promise: 'Tipo',
    grade: 'Nota',
    promised: { committed: 'promesa', aspirational: 'aspiración' },
    verdicts: {
      deferred: 'aún no se sabe',
      met: 'promesa cumplida',
      missed: 'promesa incumplida',
      little: 'poco avance',
      partial: 'a medio camino',
      delivered: 'buen resultado',
      achieved: 'logro completo',
      not_measured: 'sin medir',
      validated: 'supuesto confirmado',
      invalidated: 'supuesto refutado',
      partly: 'supuesto confirmado en parte',
      insufficient: 'aún sin aprendizaje',
    },
    byOriginal: (score, verdict) => `con la meta original sería ${score}, ${verdict}`,
    because: (reason) => `motivo: ${reason}`,
    promises: (met, count) => `Promesas cumplidas: ${met} de ${count}.`,
    aspirations: (mean, count) => `Nota media de las ${count} aspiraciones: ${mean}.`,
  },
}
