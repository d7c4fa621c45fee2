/** What the demo says, in English and Spanish. */
export const words = {
  en: {
    title: 'Café Roble: retention in November 2025',
    subtitle: 'Generated records, known as of 1 December 2025, zone Europe/Madrid. 95 % intervals.',
    columns: ['metric', 'value', 'n', 'interval'],
    churn: 'customer churn',
    inactivity: 'inactivity churn (90 days)',
    nps: 'NPS',
    returning: 'returning customers among buyers',
    repeat: 'second purchase within 60 days (first bought July to September)',
    sla: 'tickets solved in less than 24 h',
    series: 'Churn by plan, month by month',
    note: 'Planted by the generator: from March 2025 on the plan Esencial loses more customers each month.',
  },
  es: {
    title: 'Café Roble: retención en noviembre de 2025',
    subtitle: 'Datos generados, conocidos a 1 de diciembre de 2025, zona Europe/Madrid. Intervalos del 95 %.',
    columns: ['métrica', 'valor', 'n', 'intervalo'],
    churn: 'tasa de cancelación de clientes',
    inactivity: 'pérdida por inactividad (90 días)',
    nps: 'NPS',
    returning: 'clientes que repiten entre los compradores',
    repeat: 'segunda compra en 60 días (primera compra de julio a septiembre)',
    sla: 'tickets resueltos en menos de 24 h',
    series: 'Cancelación por plan, mes a mes',
    note: 'Sembrado por el generador: desde marzo de 2025 el plan Esencial pierde más clientes cada mes.',
  },
} as const
